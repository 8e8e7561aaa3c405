package org.petitiondesk.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that the desk tells apart, by content and by the ending of a name. */
enum FileType {
  PDF("application/pdf", "document", "pdf"), OFD("application/ofd", "document", "ofd"), //
  PNG("image/png", "image", "png"), JPEG("image/jpeg", "image", "jpg", "jpeg", "jpe", "jfif"), //
  GIF("image/gif", "image", "gif"), WEBP("image/webp", "image", "webp"), HEIC("image/heic", "image", "heic", "heif"), //
  BMP("image/bmp", "image", "bmp"), TIFF("image/tiff", "image", "tif", "tiff"), //
  TXT("text/plain", "text", "txt", "csv", "log", "md"), //
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document", "docx"), //
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "sheet", "xlsx"), //
  DOC("application/msword", "document", "doc", "wps"), XLS("application/vnd.ms-excel", "sheet", "xls", "et"), //
  ODT("application/vnd.oasis.opendocument.text", "document", "odt"), //
  ODS("application/vnd.oasis.opendocument.spreadsheet", "sheet", "ods"), //
  MP3("audio/mpeg", "audio", "mp3"), WAV("audio/vnd.wave", "audio", "wav"), M4A("audio/mp4", "audio", "m4a"), //
  AMR("audio/amr", "audio", "amr"), MP4("video/mp4", "video", "mp4", "m4v"), //
  MOV("video/quicktime", "video", "mov"), ZIP("application/zip", "archive", "zip");

  private final String mediaType;
  private final String family;
  private final Set<String> endings;

  FileType(String mediaType, String family, String... endings) {
    this.mediaType = mediaType;
    this.family = family;
    this.endings = Set.of(endings);
  }

  static Optional<FileType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  static Optional<FileType> ofEnding(String ending) {
    return Arrays.stream(values()).filter(type -> type.endings.contains(ending)).findFirst();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return mediaType;
  }

  /** Last part of the message key that names it to people: {@code documents.family.image}. */
  String family() {
    return family;
  }
}
