package org.rapport.participants.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.validation.CountryCode;

/**
 * What a client says of an organisation.
 *
 * @param type IATI OrganisationType code
 * @param country ISO 3166-1 alpha-2
 */
@Schema(
        examples = "{\"name\": \"Agencia del Agua\", \"type\": \"10\", \"country\": \"PE\","
                + " \"rorId\": \"https://ror.org/05gq02987\", \"website\": \"https://agua.example.org\"}")
public record OrganisationRequest(
        @NotBlank @Size(max = 300) String name,

        @Pattern(regexp = "10|15|21|22|23|30|40|60|70|80|90", message = "must be an IATI OrganisationType code")
        String type,

        @CountryCode String country,
        @Ror String rorId,

        @Size(max = 500) @Pattern(regexp = "https?://\\S+", message = "must be a web address")
        String website) {

    public OrganisationRequest {
        rorId = Ror.Form.normalise(rorId);
    }

    static OrganisationRequest from(Organisation organisation) {
        return new OrganisationRequest(
                organisation.name(),
                organisation.type(),
                organisation.country(),
                organisation.rorId(),
                organisation.website());
    }
}
