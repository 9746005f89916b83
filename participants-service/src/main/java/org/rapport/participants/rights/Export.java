package org.rapport.participants.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rapport.kit.audit.AuditList;
import org.rapport.kit.personal.PersonalData;
import org.rapport.participants.participant.Participant;
import org.rapport.participants.participant.ParticipantResponse;
import org.rapport.participants.participant.Participants;

/** Gathers what all services hold on a participant. */
@ApplicationScoped
class Export {

    private final Participants participants;
    private final PersonalData personalData;
    private final OtherServices others;
    private final AuditList audit;
    private final ObjectMapper mapper;

    Export(
            Participants participants,
            PersonalData personalData,
            OtherServices others,
            AuditList audit,
            ObjectMapper mapper) {
        this.participants = participants;
        this.personalData = personalData;
        this.others = others;
        this.audit = audit;
        this.mapper = mapper;
    }

    /** Our own, to be read in one transaction, and that ended before others are asked. */
    @Transactional
    ExportResponse.OfService ours(UUID id) {
        List<Participant> same = participants.withDuplicates(id);
        Map<String, List<?>> collections = new TreeMap<>(personalData.of(id));
        collections.put(
                "participants", same.stream().map(ParticipantResponse::from).toList());
        collections.put(
                "consents",
                same.stream()
                        .flatMap(participant -> participant.recordedConsents().stream())
                        .toList());
        collections.put("audit", audit.of(same.stream().map(Participant::id).toList()));
        return new ExportResponse.OfService(OtherServices.OURS, true, null, mapper.valueToTree(collections));
    }

    ExportResponse with(ExportResponse.OfService ours, UUID id) {
        List<ExportResponse.OfService> services = new ArrayList<>(List.of(ours));
        for (OtherServices.Answer<JsonNode> answer : others.ask("/v1/personal-data/" + id, JsonNode.class)) {
            services.add(new ExportResponse.OfService(
                    answer.service(), answer.said() != null, answer.failure(), answer.said()));
        }
        boolean complete = services.stream().allMatch(ExportResponse.OfService::reached);
        return new ExportResponse(id, Instant.now(), complete, services);
    }
}
