package org.petitiondesk.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names in the central directory of a zip. Office documents are zips, and only these names tell which; nothing is
 * unpacked, so that a bomb stays a bomb in a drawer.
 */
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int LONGEST_COMMENT = 0xffff;

  private ZipDirectory() {}

  /** Empty when the bytes are no zip, or a broken one. */
  static Set<String> names(byte[] content) {
    var names = new LinkedHashSet<String>();
    var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    var end = end(bytes);
    if (end < 0) {
      return names;
    }
    var entries = Short.toUnsignedInt(bytes.getShort(end + 10));
    var at = Integer.toUnsignedLong(bytes.getInt(end + 16));
    for (var entry = 0; entry < entries && at + ENTRY_LENGTH <= end; entry++) {
      var start = (int) at;
      if (bytes.getInt(start) != ENTRY_SIGNATURE) {
        return Set.of();
      }
      var nameLength = Short.toUnsignedInt(bytes.getShort(start + 28));
      if (start + ENTRY_LENGTH + nameLength > end) {
        return Set.of();
      }
      names.add(new String(content, start + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8));
      at += ENTRY_LENGTH + nameLength + Short.toUnsignedInt(bytes.getShort(start + 30))
          + Short.toUnsignedInt(bytes.getShort(start + 32));
    }
    return names;
  }

  private static int end(ByteBuffer bytes) {
    var last = bytes.capacity() - END_LENGTH;
    for (var at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (bytes.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    return -1;
  }
}
