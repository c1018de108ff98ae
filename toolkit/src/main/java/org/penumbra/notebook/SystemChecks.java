package org.penumbra.notebook;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.util.Locale;
import org.penumbra.core.ToolkitVersion;
import org.penumbra.plot.Theme;

/** Checks of what is outside the engine: Java, toolkit, memory, drawing. */
final class SystemChecks {
  private static final int OLDEST_JAVA = 17;
  private static final long LEAST_HEAP = 1L << 30;
  private static final double GIB = 1L << 30;

  Finding java() {
    return java(Runtime.version().feature());
  }

  /** As {@link #java()}, for a feature release. */
  Finding java(int feature) {
    String found =
        Runtime.version() + " (" + System.getProperty("java.vendor") + "), " + platform();
    return feature >= OLDEST_JAVA
        ? Finding.ok("java", found)
        : Finding.todo("java", "found Java " + feature + "; install JDK 17 or newer.");
  }

  private static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  Finding toolkit() {
    String version = ToolkitVersion.read();
    try {
      var source = SystemChecks.class.getProtectionDomain().getCodeSource();
      String place = source == null ? "" : new File(source.getLocation().toURI()).getPath();
      return Finding.ok("toolkit", "Penumbra " + version + " in " + place);
    } catch (URISyntaxException e) {
      return Finding.ok("toolkit", "Penumbra " + version);
    }
  }

  Finding memory() {
    return memory(Runtime.getRuntime().maxMemory(), ram());
  }

  /** As {@link #memory()}, for a heap limit and a memory size in bytes; size 0 if not known. */
  Finding memory(long heap, long ram) {
    String found =
        String.format(Locale.ROOT, "heap limit %.1f GB", heap / GIB)
            + (ram > 0 ? String.format(Locale.ROOT, " of %.1f GB memory", ram / GIB) : "");
    return heap >= LEAST_HEAP
        ? Finding.ok("memory", found)
        : Finding.todo("memory", found + "; start Java with -Xmx2g.");
  }

  private static long ram() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  Finding drawing() {
    try {
      return drawn() > 0
          ? Finding.ok("drawing", "text in " + Theme.font(14).getFamily(Locale.ROOT))
          : noFonts("text leaves no mark");
    } catch (RuntimeException | LinkageError e) {
      return noFonts(e.toString());
    }
  }

  private static Finding noFonts(String problem) {
    return Finding.todo(
        "drawing",
        "pictures cannot carry text ("
            + problem
            + "); on Debian: apt-get install libfontconfig1 libfreetype6 fonts-dejavu-core.");
  }

  /** Writes a word on black and counts the pixels it lights. */
  private static int drawn() {
    BufferedImage image = new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setFont(Theme.font(14).deriveFont(Font.BOLD));
    graphics.setColor(Color.WHITE);
    graphics.drawString("Joint", 4, 20);
    graphics.dispose();
    int lit = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        lit += (image.getRGB(x, y) & 0xFFFFFF) == 0 ? 0 : 1;
      }
    }
    return lit;
  }
}
