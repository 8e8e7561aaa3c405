package org.petitiondesk.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every kind, honest ones. */
final class Files {

  static final byte[] PDF = text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  static final byte[] PNG = bytes(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0,
      1, 0, 0, 0, 1, 8, 6, 0, 0, 0);
  static final byte[] JPEG = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
  static final byte[] GIF = text("GIF89a\1\0\1\0\0\0\0;");
  static final byte[] WEBP = text("RIFF\44\0\0\0WEBPVP8 \30\0\0\0");
  static final byte[] HEIC = bytes(0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0, 'm', 'i', 'f', '1',
      'h', 'e', 'i', 'c');
  static final byte[] MP4 = bytes(0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i', 's', 'o', 'm',
      'm', 'p', '4', '1');
  static final byte[] M4A = bytes(0, 0, 0, 24, 'f', 't', 'y', 'p', 'M', '4', 'A', ' ', 0, 0, 0, 0, 'M', '4', 'A', ' ',
      'm', 'p', '4', '2');
  static final byte[] MP3 = text("ID3\3\0\0\0\0\0\17TIT2\0\0\0\5\0\0\0test");
  static final byte[] WAV = text("RIFF\44\0\0\0WAVEfmt \20\0\0\0\1\0\1\0");
  static final byte[] AMR = text("#!AMR\n\74\0");
  static final byte[] BMP = bytes('B', 'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0,
      1,
      0, 24, 0, 0, 0, 0, 0, 4, 0, 0, 0);
  static final byte[] DOCX = zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
  static final byte[] XLSX = zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");
  static final byte[] DOCM = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
  static final byte[] OFD = zip("OFD.xml", "Doc_0/Document.xml");
  static final byte[] ZIP = zip("notes.txt");
  static final byte[] JAR = zip("META-INF/MANIFEST.MF", "Main.class");
  static final byte[] ODT = odt();
  static final byte[] DOC = compound("WordDocument");
  static final byte[] XLS = compound("Workbook");
  static final byte[] DOC_WITH_MACROS = compound("WordDocument", "_VBA_PROJECT");
  static final byte[] EXE = exe();
  static final byte[] ELF = bytes(0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0);
  static final byte[] HTML = text("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>");
  static final byte[] SVG = text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
  static final byte[] SCRIPT = text("#!/bin/sh\nrm -rf /\n");
  static final byte[] TEXT = text("楼下餐馆油烟直排，夜里十二点还有噪音。\r\n");
  static final byte[] TEXT_GBK = "楼下餐馆油烟直排，夜里十二点还有噪音。\r\n".getBytes(Charset.forName("GBK"));

  private Files() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] zip(String... names) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("<x/>"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] odt() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var type = text("application/vnd.oasis.opendocument.text");
      var entry = new ZipEntry("mimetype");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(type.length);
      var crc = new java.util.zip.CRC32();
      crc.update(type);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(text("<x/>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] compound(String... streams) {
    var content = new byte[2048];
    System.arraycopy(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 0, content, 0, 8);
    for (var i = 0; i < streams.length; i++) {
      var name = streams[i].getBytes(StandardCharsets.UTF_16LE);
      System.arraycopy(name, 0, content, 1024 + i * 128, name.length);
    }
    return content;
  }

  private static byte[] exe() {
    var content = new byte[512];
    content[0] = 'M';
    content[1] = 'Z';
    content[0x3c] = (byte) 0x80;
    content[0x80] = 'P';
    content[0x81] = 'E';
    return content;
  }
}
