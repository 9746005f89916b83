package org.rapport.reporting.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlElementsTest {

    @Test
    void whateverTextThereIsComesBackButForWhatNoXmlCanHold() throws Exception {
        String text = "<a href=\"x\">'&amp;' ]]> \u00e9 \ud83d\ude00";
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        XmlElements.document(out, xml -> xml.start("e", "a", text + "\u0001\ud800", "none", null)
                .text(text + "\u0000")
                .end());

        Element element = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
        assertThat(element.getAttribute("a"), is(text + "\ufffd\ufffd"));
        assertThat(element.hasAttribute("none"), is(false));
        assertThat(element.getTextContent(), is(text + "\ufffd"));
        assertThat(
                new String(out.toByteArray(), UTF_8).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
                is(true));
    }
}
