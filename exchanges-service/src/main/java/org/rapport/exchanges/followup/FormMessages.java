package org.rapport.exchanges.followup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form, in English; {@code messages/form_*.properties} has the others. */
@MessageBundle(value = "form", locale = "en")
public interface FormMessages {

    @Message("What came of \"{event}\"?")
    String title(String event);

    @Message("Error:")
    String error();

    @Message("Please correct this")
    String errors();

    @Message("Language")
    String language();

    @Message("You can answer, and change your answer, until {date}.")
    String until(String date);

    @Message("Whom have you been in touch with since?")
    String whoQuestion();

    @Message("Tick everybody of those who were there with whom you have exchanged something since: advice, contacts,"
            + " documents, joint work, anything.")
    String whoHint();

    @Message("You have named")
    String told();

    @Message("You met them there")
    String met();

    @Message("Others who were there")
    String others();

    @Message("Nobody was found by this name.")
    String nobodyFound();

    @Message(
            "Nobody who was there shows their name to others. Say \"I have exchanged nothing with anybody\" only if that is"
                    + " really so.")
    String nobodyShown();

    @Message("Find others by name")
    String search();

    @Message("Find")
    String find();

    @Message("Show more")
    String more();

    @Message("Go on")
    String goOn();

    @Message("I have exchanged nothing with anybody")
    String none();

    @Message("Save and answer later")
    String save();

    @Message("Saved. You can go on later by the same link.")
    String saved();

    @Message("Tick at least one person, or say that there was nobody.")
    String chooseSomebody();

    @Message("What was it about?")
    String detailsQuestion();

    @Message("What was it, mainly?")
    String type();

    @Message("Choose")
    String choose();

    @Message("Say what it was, mainly.")
    String chooseType();

    @Message("In touch")
    String contact();

    @Message("Advice")
    String advice();

    @Message("A resource, such as data, a document or equipment")
    String resource();

    @Message("Doing something together")
    String jointActivity();

    @Message("Making something together, such as a paper or a tool")
    String jointProduct();

    @Message("Funding")
    String funding();

    @Message("An agreement")
    String agreement();

    @Message("Since when?")
    String since();

    @Message("A rough date will do.")
    String sinceHint();

    @Message("Say since when.")
    String sinceMissing();

    @Message("Give a date from 1970 until today, such as {example}.")
    String sinceWrong(String example);

    @Message("Did it help with something you need?")
    String need();

    @Message("No, or not with any of these")
    String noNeed();

    @Message("Back")
    String back();

    @Message("Send")
    String send();

    @Message("Thank you!")
    String thanks();

    @Message("You have told us that you exchanged nothing with anybody. That is just as valuable.")
    String thanksNone();

    @Message("You have told us about exchanges with:")
    String thanksSome();

    @Message("Change the answer")
    String change();

    @Message("This link is not valid (any more)")
    String gone();

    @Message("Perhaps it is not complete, or the time to answer is over. If we ask you again, you get another link.")
    String goneHint();

    @Message("We cannot show this at the moment")
    String unavailable();

    @Message("Nothing is lost. Please try again in a few minutes.")
    String unavailableHint();
}
