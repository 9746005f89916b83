package org.rapport.kit.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The strings that cells refer to by number. There can be millions of them, so they lie on the disk. */
final class SharedStrings implements Closeable {

    private final Column texts;
    private final Column ends;

    private SharedStrings() throws IOException {
        texts = new Column();
        ends = new Column();
    }

    static SharedStrings none() throws IOException {
        SharedStrings none = new SharedStrings();
        none.complete();
        return none;
    }

    static SharedStrings read(Xml xml) throws IOException {
        SharedStrings strings = new SharedStrings();
        try (xml) {
            long end = 0;
            while (xml.nextStart("si")) {
                byte[] text = xml.richText().getBytes(StandardCharsets.UTF_8);
                end += text.length;
                strings.texts.append(ByteBuffer.wrap(text));
                strings.ends.append(
                        ByteBuffer.allocate(Integer.BYTES).putInt((int) end).flip());
            }
            strings.complete();
            return strings;
        } catch (IOException | RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    String get(int index) throws DamagedWorkbookException {
        if (index < 0 || index >= ends.read.capacity() / Integer.BYTES) {
            throw new DamagedWorkbookException("a string that is not there");
        }
        int start = index == 0 ? 0 : ends.read.getInt((index - 1) * Integer.BYTES);
        byte[] text = new byte[ends.read.getInt(index * Integer.BYTES) - start];
        texts.read.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private void complete() throws IOException {
        texts.complete();
        ends.complete();
    }

    @Override
    public void close() throws IOException {
        texts.channel.close();
        ends.channel.close();
    }

    /** A file that is written from its beginning to its end, then read anywhere; gone when it is closed. */
    private static final class Column {

        private final FileChannel channel;
        private final ByteBuffer waiting = ByteBuffer.allocate(64 * 1024);
        private MappedByteBuffer read;

        Column() throws IOException {
            Path file = Files.createTempFile("rapport-", ".strings");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }

        void append(ByteBuffer bytes) {
            if (bytes.remaining() > waiting.remaining()) {
                flush();
            }
            if (bytes.remaining() > waiting.remaining()) {
                Parts.write(channel, bytes);
            } else {
                waiting.put(bytes);
            }
        }

        void complete() throws IOException {
            flush();
            read = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }

        private void flush() {
            Parts.write(channel, waiting.flip());
            waiting.clear();
        }
    }
}
