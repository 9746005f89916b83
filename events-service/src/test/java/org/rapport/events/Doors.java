package org.rapport.events;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.rapport.kit.testing.Api;

/** Devices at doors, as tests use them. */
final class Doors {

    private Doors() {}

    static UUID registration(UUID event, UUID participant) {
        return Api.create("/v1/registrations", """
                {"eventId": "%s", "participantId": "%s", "status": "CONFIRMED"}""".formatted(event, participant));
    }

    static String token(UUID registration) {
        return Api.asOrganiser()
                .when()
                .get("/v1/registrations/" + registration + "/ticket")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    /** What a camera sees in a picture. */
    static String seen(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }

    /** A scan as JSON, with a nonce of its own. */
    static String scan(String token, UUID event, UUID session, String direction, Object scannedAt) {
        return "{\"token\": \"" + token + "\", \"eventId\": \"" + event + "\", \"sessionId\": "
                + (session == null ? "null" : "\"" + session + "\"") + ", \"direction\": \"" + direction
                + "\", \"nonce\": \"" + UUID.randomUUID() + "\", \"scannedAt\": \"" + scannedAt
                + "\", \"deviceId\": \"door-1\"}";
    }

    static ValidatableResponse post(String scan) {
        return Api.post("/v1/check-ins", scan);
    }

    static ValidatableResponse in(String token, UUID event, String scannedAt) {
        return post(scan(token, event, null, "IN", scannedAt));
    }

    static ValidatableResponse out(String token, UUID event, String scannedAt) {
        return post(scan(token, event, null, "OUT", scannedAt));
    }

    static ValidatableResponse batch(Instant deviceTime, String... scans) {
        return Api.post(
                "/v1/check-ins/batch",
                "{\"deviceTime\": \"" + deviceTime + "\", \"scans\": [" + String.join(", ", scans) + "]}");
    }

    /** The one attendance of somebody at an event as a whole. */
    static ValidatableResponse attendance(UUID event, UUID participant) {
        return Api.asOrganiser()
                .when()
                .get("/v1/attendances?eventId=" + event + "&participantId=" + participant)
                .then()
                .statusCode(200);
    }
}
