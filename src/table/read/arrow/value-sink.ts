import { DataType } from 'apache-arrow';
import { BooleanSink, DateSink, IntegerSink, NumberSink } from '../typed/number-sinks';
import {
  booleanIn,
  bytesSink,
  integerIn,
  jsonSink,
  numberIn,
  texts,
  through,
  type ValueSink,
} from '../typed/value-sink';

/** The sink for the values of an Arrow type, as `accessorFor` gives them. */
export function sinkFor(type: DataType): ValueSink {
  if (DataType.isInt(type)) {
    if (type.bitWidth === 64) return through(new IntegerSink(), integerIn);
    return through(new NumberSink(), numberIn);
  }
  if (DataType.isFloat(type) || DataType.isDecimal(type))
    return through(new NumberSink(), numberIn);
  if (DataType.isDuration(type)) return through(new NumberSink('s'), numberIn);
  if (DataType.isBool(type)) return through(new BooleanSink(), booleanIn);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return through(new DateSink(), numberIn);
  if (DataType.isTime(type) || DataType.isInterval(type)) return texts();
  if (isText(type)) return bytesSink();
  if (isBytes(type)) return bytesSink({ isBinary: true });
  if (DataType.isDictionary(type)) {
    return isText(type.dictionary) ? bytesSink({ isCategory: true }) : sinkFor(type.dictionary);
  }
  return jsonSink();
}

function isText(type: DataType): boolean {
  return DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type);
}

function isBytes(type: DataType): boolean {
  return (
    DataType.isBinary(type) ||
    DataType.isLargeBinary(type) ||
    DataType.isFixedSizeBinary(type) ||
    DataType.isBinaryView(type)
  );
}
