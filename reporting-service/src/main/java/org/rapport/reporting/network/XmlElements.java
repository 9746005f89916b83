package org.rapport.reporting.network;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML element after element, so that none but the present one is in memory. */
final class XmlElements {

    /** What no XML can hold, however it is escaped. */
    private static final Pattern ILLEGAL =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private XmlElements(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes elements. */
    @FunctionalInterface
    interface Writing {
        void to(XmlElements xml) throws XMLStreamException;
    }

    /** Writes a document of these elements. */
    static void document(OutputStream out, Writing elements) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffered, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            elements.to(new XmlElements(xml));
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("The document could not be written", e);
        }
        buffered.flush();
    }

    /** Begins an element; attributes that are null are left out. */
    XmlElements start(String name, Object... namesAndValues) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                xml.writeAttribute((String) namesAndValues[i], legal(namesAndValues[i + 1]));
            }
        }
        return this;
    }

    XmlElements text(Object text) throws XMLStreamException {
        xml.writeCharacters(legal(text));
        return this;
    }

    XmlElements end() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    private static String legal(Object value) {
        return ILLEGAL.matcher(value.toString()).replaceAll("\uFFFD");
    }
}
