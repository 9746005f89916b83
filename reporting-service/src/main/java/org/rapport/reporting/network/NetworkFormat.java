package org.rapport.reporting.network;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a network can be had as. */
enum NetworkFormat {
    JSON(MediaType.APPLICATION_JSON),
    GEXF(NetworkFormat.GEXF_TYPE),
    GRAPHML(NetworkFormat.GRAPHML_TYPE);

    static final String GEXF_TYPE = "application/gexf+xml";
    static final String GRAPHML_TYPE = "application/graphml+xml";

    private final MediaType mediaType;

    NetworkFormat(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** As in file names and in {@code ?format=}. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NetworkFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    /** The one that a client likes best: JSON if it does not say. */
    static NetworkFormat preferred(List<MediaType> acceptable) {
        return acceptable.stream()
                .flatMap(type -> Arrays.stream(values()).filter(format -> format.mediaType.isCompatible(type)))
                .findFirst()
                .orElse(JSON);
    }
}
