package org.rapport.exchanges.followup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rapport.kit.calling.UnreachableException;
import org.rapport.kit.links.Languages;
import org.rapport.kit.links.Pages;
import org.rapport.kit.problem.Problems;

/**
 * The form for people: they tick whom they had exchanges with, say what of, and send it. Every button keeps what was typed;
 * nothing needs a script.
 */
@Path("/follow-up/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class FormResource {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int INVALID = 422;
    private static final int UNAVAILABLE = 503;
    private static final int LAST_PAGE = 1_000;

    private final AnswerForm form;
    private final People people;
    private final Template page;

    @Context
    UriInfo address;

    FormResource(AnswerForm form, People people, @Location("followup/page.html") Template page) {
        this.form = form;
        this.people = people;
        this.page = page;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response show(
            @PathParam("token") String token,
            @QueryParam("lang") String lang,
            @QueryParam("step") String step,
            @QueryParam("q") String q,
            @QueryParam("page") String number,
            @QueryParam("saved") String saved,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return answering(token, lang, accepted, asked -> {
            People.Shown shown = people.show(asked, q, number(number));
            FormPages pages = new FormPages(asked, shown, language(lang, shown, accepted));
            if (step == null && asked.answeredAt() != null) {
                return render(OK, pages.done());
            }
            boolean details = "details".equals(step) && !asked.told().isEmpty();
            return render(
                    OK,
                    details
                            ? pages.details(FormAnswer.of(asked), saved != null)
                            : pages.people(q, number(number), saved != null, List.of()));
        });
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(
            @PathParam("token") String token,
            @QueryParam("lang") String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
            MultivaluedMap<String, String> fields) {
        return answering(token, lang, accepted, asked -> {
            String action = String.valueOf(fields.getFirst("action"));
            return "details".equals(fields.getFirst("step"))
                    ? describe(token, lang, accepted, asked, FormAnswer.ofDetails(asked, fields), action)
                    : choose(token, lang, accepted, asked, FormAnswer.ofPeople(asked, fields), action, fields);
        });
    }

    private Response choose(
            String token,
            String lang,
            String accepted,
            AnswerForm.Asked asked,
            FormAnswer answer,
            String action,
            MultivaluedMap<String, String> fields)
            throws UnreachableException {
        if (action.equals("none")) {
            write(token, new AnswerRequest(false, true, List.of()));
            return to(lang, null);
        }
        write(token, answer.draft());
        String q = fields.getFirst("q") == null || fields.getFirst("q").isBlank() ? null : fields.getFirst("q");
        switch (action) {
            case "search":
                return to(lang, "people", "q", q);
            case "more":
                return to(lang, "people", "q", q, "page", Integer.toString(number(fields.getFirst("page")) + 1));
            case "save":
                return to(lang, "people", "saved", "yes");
            default:
                if (!answer.draft().exchanges().isEmpty()) {
                    return to(lang, "details");
                }
                People.Shown shown = people.show(asked, null, 1);
                FormPages pages = new FormPages(asked, shown, language(lang, shown, accepted));
                return render(INVALID, pages.people(null, 1, false, List.of(pages.chooseSomebody())));
        }
    }

    private Response describe(
            String token, String lang, String accepted, AnswerForm.Asked asked, FormAnswer answer, String action)
            throws UnreachableException {
        boolean send = action.equals("send");
        if (send && answer.isWhole()) {
            write(token, answer.whole());
            return to(lang, null);
        }
        write(token, answer.draft());
        if (send && !answer.draft().exchanges().isEmpty()) {
            AnswerForm.Asked now = QuarkusTransaction.requiringNew().call(() -> form.asked(open(token)));
            People.Shown shown = people.show(now, null, 1);
            FormPages pages = new FormPages(now, shown, language(lang, shown, accepted));
            return render(INVALID, pages.details(answer.checked(), false));
        }
        return action.equals("save") ? to(lang, "details", "saved", "yes") : to(lang, "people");
    }

    /** What is done for whoever has a link that is good. */
    private interface Step {
        Response of(AnswerForm.Asked asked) throws UnreachableException;
    }

    private Response answering(String token, String lang, String accepted, Step step) {
        Locale language = Languages.best(lang, accepted);
        Optional<FollowUp> found = QuarkusTransaction.requiringNew().call(() -> form.find(token));
        if (found.isEmpty() || !found.get().isOpen(Instant.now())) {
            return render(found.isEmpty() ? NOT_FOUND : GONE, FormPage.without("gone", language));
        }
        try {
            return step.of(QuarkusTransaction.requiringNew().call(() -> form.asked(open(token))));
        } catch (UnreachableException e) {
            return render(UNAVAILABLE, FormPage.without("unavailable", language));
        }
    }

    private FollowUp open(String token) {
        return form.find(token).orElseThrow(Problems::notFound);
    }

    private void write(String token, AnswerRequest answer) {
        QuarkusTransaction.requiringNew().run(() -> form.answer(open(token), answer));
    }

    private static Locale language(String lang, People.Shown shown, String accepted) {
        return Languages.best(lang, shown.language(), accepted);
    }

    private static int number(String text) {
        return text != null && text.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(text), LAST_PAGE) : 1;
    }

    private Response to(String lang, String step, String... parameters) {
        UriBuilder next = address.getAbsolutePathBuilder();
        if (step != null) {
            next.queryParam("step", step);
        }
        if (lang != null) {
            next.queryParam("lang", "{lang}");
        }
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i + 1] != null) {
                next.queryParam(parameters[i], "{" + parameters[i] + "}");
            }
        }
        Map<String, Object> values = new HashMap<>();
        values.put("lang", lang);
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return Pages.seeOther(next.buildFromMap(values));
    }

    private Response render(int status, FormPage shown) {
        Locale language = Locale.forLanguageTag(shown.language());
        String html = page.instance().setLocale(language).data("page", shown).render();
        return Pages.page(status, language, html);
    }
}
