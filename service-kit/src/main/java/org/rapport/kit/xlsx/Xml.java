package org.rapport.kit.xlsx;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML tag by tag: no entities but the five of XML itself, and neither nesting nor text without end. */
final class Xml implements Closeable {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 256 * 1024;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    Xml(InputStream in) throws IOException {
        this.in = in;
        try {
            this.reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw new DamagedWorkbookException(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the next tag; false at the end of the document. */
    boolean next() throws DamagedWorkbookException {
        int event = event();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            event = event();
        }
        return true;
    }

    /** Goes to the next start of this element; false at the end of the document. */
    boolean nextStart(String name) throws DamagedWorkbookException {
        while (next()) {
            if (isStart(name)) {
                return true;
            }
        }
        return false;
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** An attribute of whatever namespace, or null. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the element that has just begun, and goes behind its end. */
    String text() throws DamagedWorkbookException {
        StringBuilder text = new StringBuilder();
        int outside = depth;
        for (int event = event(); depth >= outside; event = event()) {
            append(text, event);
        }
        return text.toString();
    }

    /** The text of a string that may be in several fonts, without the hints on its pronunciation. */
    String richText() throws DamagedWorkbookException {
        StringBuilder text = new StringBuilder();
        int outside = depth;
        while (next() && depth >= outside) {
            if (isStart("rPh")) {
                text();
            } else if (isStart("t")) {
                text.append(text());
                requireShort(text);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, int event) throws DamagedWorkbookException {
        if (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
            try {
                text.append(reader.getText());
            } catch (UncheckedStreamException e) {
                throw new DamagedWorkbookException(e);
            }
            requireShort(text);
        }
    }

    private static void requireShort(StringBuilder text) throws DamagedWorkbookException {
        if (text.length() > MAX_TEXT) {
            throw new DamagedWorkbookException("text without end");
        }
    }

    private int event() throws DamagedWorkbookException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > MAX_DEPTH) {
                throw new DamagedWorkbookException("nested too deeply");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        } catch (XMLStreamException | UncheckedStreamException | NoSuchElementException e) {
            throw new DamagedWorkbookException(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
