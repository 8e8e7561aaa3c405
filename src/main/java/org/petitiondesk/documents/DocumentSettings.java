package org.petitiondesk.documents;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be handed in.
 *
 * @param maxSize of one file
 * @param types names of {@link FileType}s; archives are missing on purpose: they carry anything
 */
@ConfigurationProperties("petition-desk.documents")
record DocumentSettings(@DefaultValue("20MB") DataSize maxSize, @DefaultValue( {
    "pdf", "ofd", "png", "jpeg", "gif", "webp", "heic", "bmp", "tiff", "txt", "docx", "xlsx", "doc", "xls", "odt",
    "ods", "mp3", "wav", "m4a", "amr", "mp4", "mov"}) Set<String> types){}
