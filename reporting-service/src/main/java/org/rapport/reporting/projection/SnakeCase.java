package org.rapport.reporting.projection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Locale;

/** Names columns after fields, with an underscore before every capital; Jackson's own takes {@code AId} for one word. */
final class SnakeCase extends PropertyNamingStrategies.NamingBase {

    private static final long serialVersionUID = 1L;

    static String of(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String translate(String propertyName) {
        return of(propertyName);
    }
}
