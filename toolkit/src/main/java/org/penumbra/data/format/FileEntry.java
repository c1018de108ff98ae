package org.penumbra.data.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.penumbra.core.DataFormatException;

/** One file of a folder or archive, read when it is asked for, from any thread. */
interface FileEntry {
  /** Path within the folder or archive, with forward slashes. */
  String name();

  /** What to call it in messages. */
  String place();

  /**
   * Everything in it.
   *
   * @param most largest size, bytes
   * @throws DataFormatException if it cannot be read or is larger
   */
  byte[] content(int most);

  /** A file of the user's disk. */
  static FileEntry of(Path file, String name) {
    return new OnDisk(file, name);
  }

  /** A file of the user's disk. */
  record OnDisk(Path file, String name) implements FileEntry {
    @Override
    public String place() {
      return file.toString();
    }

    @Override
    public byte[] content(int most) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
          String found = attributes.isDirectory() ? "a folder" : "a device or pipe";
          throw new DataFormatException(
              place(), "expected a file, found " + found + " of this name; remove or rename it.");
        }
        if (attributes.size() > most) {
          throw Entries.tooMuch(place(), "at most " + most + " bytes in one file");
        }
        return Files.readAllBytes(file);
      } catch (NoSuchFileException missing) {
        throw new DataFormatException(
            place(), "is gone, or a link to a file that is not there.", missing);
      } catch (AccessDeniedException denied) {
        throw new DataFormatException(
            place(), "cannot be read: you have no permission; change its access rights.", denied);
      } catch (IOException failure) {
        throw new DataFormatException(
            place(),
            "cannot be read (" + failure.getMessage() + "). Copy or download it again.",
            failure);
      }
    }
  }
}
