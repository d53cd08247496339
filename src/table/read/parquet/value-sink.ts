import type { SchemaElement } from 'hyparquet';
import { parseFloat16 } from 'hyparquet/src/convert.js';
import { decimalOf, signedOf } from '../typed/decimal';
import { BooleanSink, DateSink, IntegerSink, NumberSink } from '../typed/number-sinks';
import { msOf, spanText, timeText } from '../typed/time-text';
import { hexOf } from '../typed/readable-bytes';
import {
  booleanIn,
  bytesIn,
  bytesSink,
  integerIn,
  jsonSink,
  numberIn,
  texts,
  through,
  type ValueSink,
} from '../typed/value-sink';

/** The sink for what a column of a Parquet file holds, physically and logically. */
export function sinkFor(element: SchemaElement): ValueSink {
  switch (element.type) {
    case 'BOOLEAN':
      return through(new BooleanSink(), booleanIn);
    case 'INT32':
      return sinkForInt32(element);
    case 'INT64':
      return sinkForInt64(element);
    case 'INT96':
      // The library makes dates of these whatever the schema says.
      return through(new DateSink(), (value) => (value instanceof Date ? value.getTime() : NaN));
    case 'FLOAT':
    case 'DOUBLE':
      return through(new NumberSink(), numberIn);
    case 'BYTE_ARRAY':
      return sinkForBytes(element);
    case 'FIXED_LEN_BYTE_ARRAY':
      return sinkForFixed(element);
    default:
      // A type that we do not know, or none (a column of nulls): as what the library makes of it.
      return jsonSink();
  }
}

function scaleOf({ scale, converted_type: converted, logical_type: logical }: SchemaElement) {
  if (logical?.type === 'DECIMAL') return logical.scale ?? 0;
  return converted === 'DECIMAL' ? (scale ?? 0) : null;
}

function isUnsigned({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  if (logical?.type === 'INTEGER') return !logical.isSigned;
  return converted?.startsWith('UINT_') === true;
}

const DAY_MS = 86_400_000;

function sinkForInt32(element: SchemaElement): ValueSink {
  const { converted_type: converted, logical_type: logical } = element;
  const scale = scaleOf(element);
  if (scale !== null) return through(new NumberSink(), (v) => decimalOf(numberIn(v), scale));
  if (converted === 'DATE' || logical?.type === 'DATE') {
    return through(new DateSink(), (value) => numberIn(value) * DAY_MS);
  }
  if (converted === 'TIME_MILLIS' || logical?.type === 'TIME') {
    return texts((value) => timeText(BigInt(numberIn(value)), 1000n));
  }
  if (isUnsigned(element)) return through(new NumberSink(), (value) => numberIn(value) >>> 0);
  return through(new NumberSink(), numberIn);
}

const PER_MS = { MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n };

function sinkForInt64(element: SchemaElement): ValueSink {
  const { converted_type: converted, logical_type: logical } = element;
  const scale = scaleOf(element);
  if (scale !== null) return through(new NumberSink(), (v) => decimalOf(integerIn(v), scale));
  const unit = logical?.type === 'TIMESTAMP' || logical?.type === 'TIME' ? logical.unit : null;
  if (converted?.startsWith('TIMESTAMP_') || logical?.type === 'TIMESTAMP') {
    const perMs = PER_MS[unit ?? (converted === 'TIMESTAMP_MICROS' ? 'MICROS' : 'MILLIS')];
    return through(new DateSink(), (value) => msOf(integerIn(value), perMs));
  }
  if (converted === 'TIME_MICROS' || logical?.type === 'TIME') {
    const perSecond = 1000n * PER_MS[unit ?? 'MICROS'];
    return texts((value) => timeText(integerIn(value), perSecond));
  }
  if (isUnsigned(element)) {
    return through(new IntegerSink(), (value) => BigInt.asUintN(64, integerIn(value)));
  }
  return through(new IntegerSink(), integerIn);
}

const TEXTS: readonly string[] = ['UTF8', 'ENUM', 'JSON', 'STRING'];

function sinkForBytes(element: SchemaElement): ValueSink {
  const { converted_type: converted, logical_type: logical } = element;
  const scale = scaleOf(element);
  if (scale !== null)
    return through(new NumberSink(), (v) => decimalOf(signedOf(bytesIn(v)), scale));
  const isText = TEXTS.includes(converted ?? '') || TEXTS.includes(logical?.type ?? '');
  return bytesSink({ isBinary: !isText });
}

function sinkForFixed(element: SchemaElement): ValueSink {
  const { converted_type: converted, logical_type: logical } = element;
  const scale = scaleOf(element);
  if (scale !== null)
    return through(new NumberSink(), (v) => decimalOf(signedOf(bytesIn(v)), scale));
  if (logical?.type === 'FLOAT16') {
    return through(new NumberSink(), (value) => parseFloat16(bytesIn(value)) ?? null);
  }
  if (logical?.type === 'UUID') return texts((value) => uuidText(bytesIn(value)), 'identifier');
  if (converted === 'INTERVAL') return texts((value) => intervalText(bytesIn(value)));
  return bytesSink({ isBinary: true });
}

function uuidText(bytes: Uint8Array): string {
  const hex = hexOf(bytes);
  return [0, 8, 12, 16, 20].map((at, i) => hex.slice(at, [8, 12, 16, 20, 32][i])).join('-');
}

function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, ms] = [0, 4, 8].map((at) => view.getUint32(at, true));
  return spanText(months!, days!, BigInt(ms!) * 1_000_000n);
}
