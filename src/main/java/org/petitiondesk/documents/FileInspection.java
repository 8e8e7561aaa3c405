package org.petitiondesk.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.petitiondesk.kernel.Refused;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Believes the content of a file, not its name, and refuses the file when the two disagree. */
@Component
class FileInspection {

  private static final int LONGEST_NAME = 1000;
  private static final String BINARY = "application/octet-stream";
  private static final MimeTypes MIME_TYPES = MimeTypes.getDefaultMimeTypes();
  private static final Charset GB18030 = Charset.forName("GB18030");
  /** Texts that a browser or a shell would carry out. */
  private static final Set<String> ACTIVE_TEXTS = Set.of("text/html", "application/xhtml+xml", "image/svg+xml",
      "application/xml", "text/xml", "application/javascript", "text/javascript", "application/x-sh",
      "application/x-bat", "text/x-php", "text/x-python", "text/x-perl", "application/x-ms-owner");

  private final DocumentSettings settings;

  FileInspection(DocumentSettings settings) {
    this.settings = settings;
  }

  /** What the file is; {@link Refused} when it is empty, too large, not allowed, or not what its name says. */
  FileType inspect(Upload upload) {
    var name = upload.fileName();
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf(0) >= 0) {
      throw Refused.because("documents.refused.name", LONGEST_NAME);
    }
    if (upload.content().length == 0) {
      throw Refused.because("documents.refused.empty", name);
    }
    if (upload.content().length > settings.maxSize().toBytes()) {
      throw Refused.because("documents.refused.too-large", name, settings.maxSize().toMegabytes());
    }
    var actual = mediaType(upload.content());
    refuseLie(name, actual);
    return FileType.ofMediaType(actual).filter(type -> settings.types().contains(type.key())).orElseThrow(
        () -> Refused.because("documents.refused.type-not-allowed", name, named(actual)));
  }

  private void refuseLie(String name, String actual) {
    var ending = ending(name);
    var known = FileType.ofEnding(ending).map(FileType::mediaType);
    var said = known.orElseGet(() -> typeOfName(name));
    // Both are the same box around sound or pictures, and telephones name them as they like.
    var sameBox = boxOfTime(said) && boxOfTime(actual);
    // A program that is called a program does not lie; it is refused for what it is.
    var sameFamily = known.isEmpty() && family(said).equals(family(actual));
    if (!said.equals(BINARY) && !said.equals(actual) && !sameBox && !sameFamily) {
      throw Refused.because("documents.refused.type-lie", name, named(said), named(actual));
    }
  }

  private static boolean boxOfTime(String mediaType) {
    return Set.of("audio/mp4", "video/mp4", "video/quicktime", "application/mp4").contains(mediaType);
  }

  private static String ending(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }

  /** From the ending alone; {@value BINARY} when it means nothing. */
  private static String typeOfName(String name) {
    var metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file." + ending(name));
    return detect(null, metadata);
  }

  private static String mediaType(byte[] content) {
    if (startsWith(content, 'P', 'K', 3, 4)) {
      return typeOfZip(content);
    }
    if (content.length >= 12 && new String(content, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")) {
      return typeOfMediaBox(content);
    }
    var detected = detect(content, new Metadata());
    return switch (detected) {
      case "application/x-tika-msoffice", "application/x-ole-storage" -> typeOfCompoundFile(content);
      case "audio/x-wav", "audio/wav" -> FileType.WAV.mediaType();
      case "image/x-ms-bmp" -> FileType.BMP.mediaType();
      case "audio/amr-wb", "audio/amr-nb" -> FileType.AMR.mediaType();
      case BINARY -> isText(content, StandardCharsets.UTF_8) || isText(content, GB18030)
          ? FileType.TXT.mediaType()
          : BINARY;
      default -> isHarmlessText(detected, content) ? FileType.TXT.mediaType() : detected;
    };
  }

  /** A letter that begins with "Subject:" or "%" is a text, whatever else it could be. */
  private static boolean isHarmlessText(String detected, byte[] content) {
    if (ACTIVE_TEXTS.contains(detected)) {
      return false;
    }
    var type = MediaType.parse(detected);
    return (MIME_TYPES.getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN)
        || detected.startsWith("message/")) && (isText(content, StandardCharsets.UTF_8) || isText(content, GB18030));
  }

  /** Films, sound and pictures of telephones share one container; its brand tells them apart. */
  private static String typeOfMediaBox(byte[] content) {
    var brand = new String(content, 8, 4, StandardCharsets.ISO_8859_1);
    return switch (brand) {
      case "qt  " -> FileType.MOV.mediaType();
      case "M4A ", "M4B " -> FileType.M4A.mediaType();
      case "heic", "heix", "heim", "heis", "mif1", "msf1" -> FileType.HEIC.mediaType();
      case "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "MSNV" ->
        FileType.MP4.mediaType();
      default -> detect(content, new Metadata());
    };
  }

  private static String typeOfZip(byte[] content) {
    var names = ZipDirectory.names(content);
    if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
      return "application/vnd.ms-office.macroenabled";
    }
    if (names.contains("[Content_Types].xml")) {
      if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
        return FileType.DOCX.mediaType();
      }
      if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
        return FileType.XLSX.mediaType();
      }
    }
    if (names.contains("META-INF/MANIFEST.MF") || names.stream().anyMatch(name -> name.endsWith(".class"))) {
      return "application/java-archive";
    }
    if (names.contains("OFD.xml")) {
      return FileType.OFD.mediaType();
    }
    var detected = detect(content, new Metadata());
    return detected.equals("application/x-tika-ooxml") ? FileType.ZIP.mediaType() : detected;
  }

  /** The old office formats share one container; the names of its streams, in UTF-16, tell them apart. */
  private static String typeOfCompoundFile(byte[] content) {
    if (contains(content, "_VBA_PROJECT")) {
      return "application/vnd.ms-office.macroenabled";
    }
    if (contains(content, "WordDocument")) {
      return FileType.DOC.mediaType();
    }
    if (contains(content, "Workbook") || contains(content, "Book\0")) {
      return FileType.XLS.mediaType();
    }
    return "application/x-ole-storage";
  }

  private static String detect(byte[] content, Metadata metadata) {
    try {
      return MIME_TYPES.detect(content == null ? null : new ByteArrayInputStream(content), metadata).getBaseType()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isText(byte[] content, Charset charset) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(content));
      return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean startsWith(byte[] content, int... start) {
    for (var i = 0; i < start.length; i++) {
      if (i >= content.length || content[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] content, String text) {
    var wanted = text.getBytes(StandardCharsets.UTF_16LE);
    search : for (var at = 0; at <= content.length - wanted.length; at++) {
      for (var i = 0; i < wanted.length; i++) {
        if (content[at + i] != wanted[i]) {
          continue search;
        }
      }
      return true;
    }
    return false;
  }

  /** "a picture", "a program": resolved in the reader's language where the sentence is. */
  private static MessageSourceResolvable named(String mediaType) {
    return new DefaultMessageSourceResolvable(new String[]{"documents.family." + family(mediaType)}, mediaType);
  }

  private static String family(String mediaType) {
    return FileType.ofMediaType(mediaType).map(FileType::family).orElseGet(() -> {
      if (ACTIVE_TEXTS.contains(mediaType)) {
        return "active";
      }
      if (mediaType.endsWith("macroenabled") || mediaType.contains("macroenabled")) {
        return "macro";
      }
      var first = mediaType.substring(0, mediaType.indexOf('/'));
      return switch (first) {
        case "image", "audio", "video", "text" -> first;
        default -> isProgram(mediaType) ? "program" : "other";
      };
    });
  }

  private static boolean isProgram(String mediaType) {
    return mediaType.contains("executable") || mediaType.contains("msdownload") || mediaType.contains("dosexec")
        || mediaType.contains("elf") || mediaType.contains("mach") || mediaType.contains("java")
        || mediaType.contains("sharedlib") || mediaType.contains("object") || mediaType.contains("android");
  }
}
