class Random:
    """Fenqun's random numbers: xoshiro128** 1.1, seeded by MurmurHash3 of the seed and a stream."""

    def __init__(self, seed, *stream):
        words = [word for part in (seed, *stream) for word in self._words_of(part)]
        starts = (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344)
        self._state = [self._hash(words, start) for start in starts]
        if not any(self._state):
            self._state[0] = 1

    @staticmethod
    def _words_of(part):
        if isinstance(part, str):
            units = np.frombuffer(part.encode("utf-16-le"), dtype="<u2")
            return [2, len(units), *(int(unit) for unit in units)]
        return [1, *(int(word) for word in np.array([part], dtype="<f8").view("<u4"))]

    @staticmethod
    def _rotate(x, bits):
        return ((x << bits) | (x >> (32 - bits))) & 0xFFFFFFFF

    def _hash(self, words, h):
        for word in words:
            k = word * 0xCC9E2D51 & 0xFFFFFFFF
            h ^= self._rotate(k, 15) * 0x1B873593 & 0xFFFFFFFF
            h = (self._rotate(h, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
        h ^= len(words) * 4
        h = (h ^ h >> 16) * 0x85EBCA6B & 0xFFFFFFFF
        h = (h ^ h >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
        return h ^ h >> 16

    def _next_uint32(self):
        a, b, c, d = self._state
        result = self._rotate(b * 5 & 0xFFFFFFFF, 7) * 9 & 0xFFFFFFFF
        c, d = c ^ a, d ^ b
        self._state = [a ^ d, b ^ c, c ^ (b << 9 & 0xFFFFFFFF), self._rotate(d, 11)]
        return result

    def next(self):
        """A number in [0, 1)."""
        high, low = self._next_uint32() >> 5, self._next_uint32() >> 6
        return (high * 2**26 + low) / 2**53

    def below(self, limit):
        """A whole number in [0, limit)."""
        fair = 2**32 - 2**32 % limit
        while (drawn := self._next_uint32()) >= fair:
            pass
        return drawn % limit
