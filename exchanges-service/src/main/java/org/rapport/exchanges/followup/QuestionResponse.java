package org.rapport.exchanges.followup;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody is asked, with what they have said so far.
 *
 * @param closesAt until when they can answer, and correct the answer
 * @param answeredAt when they answered, if they did
 * @param told whom they had exchanges with, as far as they have said, with names
 * @param met whom they are known to have met at the event
 * @param others some of those who were there besides; more with {@code page}, by name with {@code q}
 * @param needs of their own, one of which an exchange may have met
 */
@Schema(examples = """
                {"eventTitle": "Water forum", "eventEndedAt": "2026-03-03T16:00:00Z", "days": 90,
                 "closesAt": "2026-07-01T16:00:04Z", "answeredAt": null, "answer": null, "language": "es",
                 "exchanges": [], "told": [], "met": [{"id": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "name": "Rosa Quispe"}],
                 "others": {"people": [], "more": false}, "needs": []}""")
record QuestionResponse(
        String eventTitle,
        Instant eventEndedAt,
        Integer days,
        Instant closesAt,
        Instant answeredAt,
        Answer answer,
        String language,
        List<AnswerRequest.Told> exchanges,
        List<People.Person> told,
        List<People.Person> met,
        People.Some others,
        List<People.OpenNeed> needs) {

    static QuestionResponse of(AnswerForm.Asked asked, People.Shown shown) {
        return new QuestionResponse(
                asked.eventTitle(),
                asked.eventEndedAt(),
                asked.days(),
                asked.closesAt(),
                asked.answeredAt(),
                asked.answer(),
                shown.language(),
                asked.told(),
                shown.told(),
                shown.met().people(),
                shown.others(),
                shown.needs());
    }
}
