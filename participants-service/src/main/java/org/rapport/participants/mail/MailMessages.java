package org.rapport.participants.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of mail and of the page to unsubscribe, in English; {@code messages/invitation_*.properties} has the others. */
@MessageBundle(value = "invitation", locale = "en")
public interface MailMessages {

    @Message("What came of \"{event}\"?")
    String subject(String event);

    @Message("Reminder: what came of \"{event}\"?")
    String reminderSubject(String event);

    @Message("Dear {name},")
    String greeting(String name);

    @Message(
            "you registered for \"{event}\". We would like to know whether anything came of it: whether you have been in touch with"
                    + " people who were there since, and about what.")
    String asks(String event);

    @Message("This is a reminder; we will not write more than two of them.")
    String reminds();

    @Message("\"Nothing\" is just as valuable an answer. It takes two minutes, and you need no account:")
    String effort();

    @Message("Answer now")
    String answer();

    @Message("You can answer, and change your answer, until {date}. The link is yours alone: please do not pass it on.")
    String until(String date);

    @Message("You get this mail because you agreed to be written to. If you do not want that any more:")
    String why();

    @Message("Unsubscribe")
    String unsubscribe();

    @Message("Do you want no more mail from us?")
    String unsubscribeTitle();

    @Message("We will then ask you nothing more by mail. What you have told us stays as it is.")
    String unsubscribeEffect();

    @Message("Yes, unsubscribe me")
    String unsubscribeYes();

    @Message("You will get no more mail from us.")
    String unsubscribed();

    @Message("This link is not valid (any more).")
    String gone();
}
