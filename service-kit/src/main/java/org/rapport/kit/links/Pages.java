package org.rapport.kit.links;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;

/** Answers with pages whose address is a secret: nobody keeps them, shows them inside another, or learns where one came from. */
public final class Pages {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private Pages() {}

    public static Response page(int status, Locale language, String html) {
        return guarded(Response.status(status))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .entity(html)
                .build();
    }

    /** To what is to be seen after something was sent, so that a reload does not send it again. */
    public static Response seeOther(URI page) {
        return guarded(Response.seeOther(page)).build();
    }

    /** What every answer under a secret address has. */
    public static Response.ResponseBuilder guarded(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Referrer-Policy", "no-referrer");
    }
}
