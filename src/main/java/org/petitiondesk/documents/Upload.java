package org.petitiondesk.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** A file as somebody handed it in: nothing about it is believed yet. */
public record Upload(String fileName, byte[] content) {

  /** A browser sends one nameless empty part for a file input that was left alone: that is no file. */
  public static List<Upload> of(List<MultipartFile> files) {
    return files == null ? List.of() : files.stream().filter(Upload::isChosen).map(Upload::read).toList();
  }

  private static boolean isChosen(MultipartFile file) {
    return !file.isEmpty() || file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty();
  }

  private static Upload read(MultipartFile file) {
    try {
      return new Upload(file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
