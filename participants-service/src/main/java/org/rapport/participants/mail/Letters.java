package org.rapport.participants.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.rapport.kit.links.Languages;
import org.rapport.participants.participant.Addressee;

/** Writes mail, in the language of whom it is for. */
@Singleton
class Letters {

    private final Template text;
    private final Template html;
    private final MailConfig config;

    Letters(
            @Location("mail/invitation.txt") Template text,
            @Location("mail/invitation.html") Template html,
            MailConfig config) {
        this.text = text;
        this.html = html;
        this.config = config;
    }

    /** What the templates show. */
    record Shown(String name, String event, String link, String until, String unsubscribe, boolean reminder) {}

    Mail write(Queue.Letter letter) {
        Invitation invitation = letter.invitation();
        Addressee to = letter.to();
        Locale language = Languages.best(to.language());
        URI unsubscribe = config.publicUrl().resolve("/unsubscribe/" + invitation.unsubscribeToken());
        Shown shown = new Shown(
                to.givenName(),
                invitation.eventTitle(),
                invitation.link(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .withZone(ZoneOffset.UTC)
                        .format(invitation.expiresAt()),
                unsubscribe.toString(),
                invitation.kind() == InvitationKind.REMINDER);
        MailMessages messages = MessageBundles.get(MailMessages.class, Localized.Literal.of(language.toLanguageTag()));
        String subject = shown.reminder() ? messages.reminderSubject(shown.event()) : messages.subject(shown.event());
        return new Mail()
                .addTo(to.email())
                .setSubject(subject)
                .setText(
                        text.instance().setLocale(language).data("shown", shown).render())
                .setHtml(html.instance()
                        .setLocale(language)
                        .data("shown", shown)
                        .data("language", language.toLanguageTag())
                        .render())
                .addHeader("Message-ID", "<" + invitation.id() + "@" + host() + ">")
                .addHeader("List-Unsubscribe", "<" + unsubscribe + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String host() {
        return config.publicUrl().getHost();
    }
}
