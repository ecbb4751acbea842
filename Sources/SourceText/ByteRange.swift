/// A range of UTF-8 bytes, counted from 0 at the first byte of the text it belongs to.
public typealias ByteRange = Range<Int>
