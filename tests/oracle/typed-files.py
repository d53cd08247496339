"""What pyarrow reads in the Parquet and Arrow files, one hash a column (typed-files.json).

    python -m venv venv && venv/bin/pip install pyarrow==26.0.1
    FENQUN_DATA=... venv/bin/python tests/oracle/typed-files.py

A column is written as lines of text: whole numbers as digits, others as the hexadecimal bytes of a
double, dates as milliseconds since 1970, structs as a column a field, lists and maps as JSON.
"""
import datetime
import decimal
import hashlib
import json
import math
import os
import pathlib
import struct

import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet

DATA = pathlib.Path(os.environ["FENQUN_DATA"])
EPOCH = datetime.datetime(1970, 1, 1)


def number(value):
    value = float(value) if not isinstance(value, int) else value
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value == int(value) and abs(value) <= 2**53:
        return str(int(value))
    return str(value) if isinstance(value, int) else struct.pack(">d", value).hex()


def is_readable(value):
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(ch in "\t\n\r" or (ord(ch) >= 32 and ord(ch) != 127) for ch in text)


def clock(nanos):
    seconds, rest = divmod(nanos, 10**9)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return text if rest == 0 else f"{text}.{rest:09d}".rstrip("0")


PER_SECOND = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


def millis(count, unit):
    ms = count * 1000 if unit == "s" else count // (PER_SECOND[unit] // 1000)
    return ms if abs(ms) <= 8_640_000_000_000_000 else None


def iso(ms):
    try:
        stamp = EPOCH + datetime.timedelta(milliseconds=ms)
    except OverflowError:
        return str(ms)
    day = stamp.strftime("%Y-%m-%d").rjust(10, "0")
    if ms % 86_400_000 == 0:
        return day
    return f"{day}T{stamp.strftime('%H:%M:%S')}" + (f".{ms % 1000:03d}Z" if ms % 1000 else "Z")


def plain(scalar, type_):
    """A value inside a list or map, as JSON has it."""
    if not scalar.is_valid:
        return None
    if pa.types.is_dictionary(type_):
        return plain(scalar.value, type_.value_type)
    if isinstance(type_, pa.BaseExtensionType):
        return plain(scalar.value, type_.storage_type)
    if pa.types.is_map(type_):
        return {str(leaf(k, type_.key_type)): plain(v, type_.item_type) for k, v in pairs(scalar)}
    if pa.types.is_list(type_) or pa.types.is_large_list(type_) or pa.types.is_fixed_size_list(type_):
        return [plain(item, type_.value_type) for item in scalar.values]
    if pa.types.is_struct(type_):
        return {field.name: plain(scalar[i], field.type) for i, field in enumerate(type_)}
    if pa.types.is_union(type_):
        return plain(scalar.value, scalar.value.type)
    if pa.types.is_date(type_) or pa.types.is_timestamp(type_):
        ms = leaf(scalar, type_)
        return None if ms is None else iso(int(ms))
    if pa.types.is_boolean(type_):
        return scalar.as_py()
    if pa.types.is_binary(type_) or pa.types.is_large_binary(type_) or pa.types.is_fixed_size_binary(type_):
        value = scalar.as_py()
        return value.decode() if is_readable(value) else value.hex()
    text = leaf(scalar, type_)
    return text


def pairs(scalar):
    return [(item[0], item[1]) for item in scalar.values]


def leaf(scalar, type_):
    """A value of a flat column as text; bytes stay bytes."""
    if not scalar.is_valid or pa.types.is_null(type_):
        return None
    if pa.types.is_dictionary(type_):
        return leaf(scalar.value, type_.value_type) if scalar.value is not None else None
    if type_ == pa.uuid():
        return str(scalar.as_py())
    if isinstance(type_, pa.BaseExtensionType):
        return leaf(scalar.value, type_.storage_type)
    if pa.types.is_boolean(type_):
        return "true" if scalar.as_py() else "false"
    if pa.types.is_integer(type_) or pa.types.is_floating(type_):
        value = scalar.as_py()
        return number(value)
    if pa.types.is_decimal(type_):
        return number(float(scalar.as_py()))
    if pa.types.is_date32(type_):
        return str(scalar.value * 86_400_000)
    if pa.types.is_date64(type_):
        return str(scalar.value)
    if pa.types.is_timestamp(type_):
        ms = millis(scalar.value, type_.unit)
        return None if ms is None else str(ms)
    if pa.types.is_time(type_):
        return clock(scalar.value * (10**9 // PER_SECOND[type_.unit]))
    if pa.types.is_duration(type_):
        return number(scalar.value / PER_SECOND[type_.unit])
    value = scalar.as_py()
    return value


def is_json(type_):
    if pa.types.is_dictionary(type_):
        return is_json(type_.value_type) or pa.types.is_struct(type_.value_type)
    return (
        pa.types.is_map(type_)
        or pa.types.is_list(type_)
        or pa.types.is_large_list(type_)
        or pa.types.is_fixed_size_list(type_)
        or pa.types.is_union(type_)
    )


def columns_of(name, chunks, type_):
    """(name, values) of a column, of each field of a struct."""
    if isinstance(type_, pa.BaseExtensionType) and type_ != pa.uuid():
        return columns_of(name, [chunk.storage for chunk in chunks], type_.storage_type)
    if pa.types.is_struct(type_) and type_.num_fields > 0:
        found = []
        for i, field in enumerate(type_):
            parts = [chunk.flatten()[i] for chunk in chunks]
            found += columns_of(f"{name}.{field.name}", parts, field.type)
        return found
    if is_json(type_):
        values = [plain(scalar, type_) for chunk in chunks for scalar in chunk]
        if pa.types.is_union(type_):
            return [(name, [member(scalar) for chunk in chunks for scalar in chunk])]
        return [(name, [None if value is None else json_text(value) for value in values])]
    values = [leaf(scalar, type_) for chunk in chunks for scalar in chunk]
    if any(isinstance(value, bytes) for value in values):
        is_text = all(value is None or is_readable(value) for value in values)
        values = [value if value is None else value.decode() if is_text else value.hex() for value in values]
    return [(name, values)]


def member(scalar):
    """A value of a union, which may be a number by itself."""
    value = plain(scalar, scalar.type)
    inner = scalar.value.as_py() if scalar.is_valid and scalar.value is not None else None
    if isinstance(inner, bool):
        return json_text(inner)
    if value is None or isinstance(inner, (int, float)):
        return value if value is None else str(inner)
    return json_text(value)


def json_text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unique(names):
    used, found = set(), []
    for i, name in enumerate(names):
        name = name.strip() or f"column {i + 1}"
        n, wanted = 2, name
        while wanted in used or (n > 2 and wanted in names):
            wanted, n = f"{name} ({n})", n + 1
        used.add(wanted)
        found.append(wanted)
    return found


def record(table):
    columns = []
    for i, field in enumerate(table.schema):
        columns += columns_of(field.name, table.column(i).chunks, field.type)
    names = unique([name for name, _ in columns])
    hashes = []
    for name, (_, values) in zip(names, columns):
        text = "\x1f".join("\x00" if value is None else str(value) for value in values)
        hashes.append([name, hashlib.sha256(text.encode()).hexdigest()[:16]])
    return {"rows": table.num_rows, "columns": hashes}


def attempt(read):
    try:
        return record(read())
    except Exception as error:
        return {"error": f"{type(error).__name__}: {str(error)[:120]}"}


def parquet(path):
    return lambda: pa.parquet.ParquetFile(path, coerce_int96_timestamp_unit="us").read()


def arrow(path):
    if path.suffix == ".stream":
        return lambda: pa.ipc.open_stream(path.read_bytes()).read_all()
    return lambda: pa.ipc.open_file(pa.BufferReader(path.read_bytes())).read_all()


expected = {}
for folder, endings, read in [
    ("parquet-give", [".parquet"], parquet),
    ("parquet-give/hyparquet", [".parquet"], parquet),
    ("arrow-ipc-give/0.17.1", [".arrow_file", ".stream"], arrow),
    ("arrow-ipc-give/1.0.0-littleendian", [".arrow_file", ".stream"], arrow),
    ("arrow-ipc-give/2.0.0-compression", [".arrow_file", ".stream"], arrow),
]:
    for path in sorted((DATA / folder).iterdir()):
        if path.suffix in endings:
            expected[f"{folder}/{path.name}"] = attempt(read(path))
out = pathlib.Path(__file__).with_suffix(".json")
lines = ",\n".join(f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in expected.items())
out.write_text("{\n" + lines + "\n}\n")
