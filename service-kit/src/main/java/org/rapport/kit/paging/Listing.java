package org.rapport.kit.paging;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** Builds the query of one list request: filters, visibility, sort, and the keyset of the page. */
@Dependent
public class Listing {

    private static final String ID = "id";

    private final EntityManager entityManager;

    @Context
    UriInfo uriInfo;

    public Listing(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Starts a list of these aggregates; {@code e} is their alias in conditions. */
    public <E extends Aggregate> Of<E> of(Class<E> type, ListParams params) {
        return new Of<>(type, params);
    }

    /** A list being described. */
    public final class Of<E extends Aggregate> {

        private final Class<E> type;
        private final ListParams params;
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> bindings = new LinkedHashMap<>();
        private final Map<String, Function<E, Object>> sorts = new LinkedHashMap<>();

        private Of(Class<E> type, ListParams params) {
            this.type = type;
            this.params = params;
            sortable(ID, Aggregate::id);
            sortable("createdAt", Aggregate::createdAt);
            sortable("updatedAt", Aggregate::updatedAt);
            if (params.modifiedSince != null) {
                where("e.updatedAt >= :modifiedSince", Map.of("modifiedSince", params.modifiedSince));
            }
        }

        /** Equality with a field, if a value was given. */
        public Of<E> filter(String field, Object value) {
            return value == null ? this : where("e." + field + " = :" + field, Map.of(field, value));
        }

        /** Any of the fields holds the text, whatever its case and accents are in the query; wildcards are literal. */
        public Of<E> text(String text, String... fields) {
            if (text == null || text.isBlank()) {
                return this;
            }
            List<String> alternatives = new ArrayList<>();
            for (String field : fields) {
                alternatives.add("lower(e." + field + ") like :text escape '\\'");
            }
            String literal = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
            return where("(" + String.join(" or ", alternatives) + ")", Map.of("text", "%" + literal + "%"));
        }

        /** A condition on the one parameter that it names, if a value was given. */
        public Of<E> filter(String condition, String parameter, Object value) {
            return value == null ? this : where(condition, Map.of(parameter, value));
        }

        /** A condition of the caller's own, in HQL, with named parameters. */
        public Of<E> where(String condition, Map<String, ?> values) {
            conditions.add("(" + condition + ")");
            bindings.putAll(values);
            return this;
        }

        /** Confines the list to what the caller may see. */
        public Of<E> visible(Condition visibility) {
            return where(visibility.hql(), visibility.parameters());
        }

        /** Offers a field for {@code sort=}; it must not be null in the database. */
        public Of<E> sortable(String field, Function<E, Object> value) {
            sorts.put(field, value);
            return this;
        }

        public <R> Response page(Function<E, R> toResponse) {
            int limit = ListParams.limit(params.limit);
            String sort = params.sort != null ? params.sort : params.modifiedSince != null ? "updatedAt" : ID;
            boolean descending = sort.startsWith("-");
            String field = descending ? sort.substring(1) : sort;
            Function<E, Object> sortValue = sorts.get(field);
            if (sortValue == null) {
                throw Problems.invalidParameter("sort", "Can be sorted by " + String.join(", ", sorts.keySet()));
            }
            String list = type.getSimpleName() + "|" + sort + "|" + conditions + "|" + bindings;
            Long count = Boolean.TRUE.equals(params.count) ? count() : null;
            if (params.cursor != null) {
                after(Cursor.decode(params.cursor, list), field, descending);
            }
            String direction = descending ? " desc" : "";
            TypedQuery<E> query = entityManager.createQuery(
                    "select e from " + type.getSimpleName() + " e" + whereClause() + " order by e." + field + direction
                            + (field.equals(ID) ? "" : ", e.id" + direction),
                    type);
            bindings.forEach(query::setParameter);
            List<E> rows = query.setMaxResults(limit + 1).getResultList();
            String next = null;
            if (rows.size() > limit) {
                E last = rows.get(limit - 1);
                next = new Cursor(sortValue.apply(last).toString(), last.id()).encode(list);
                rows = rows.subList(0, limit);
            }
            return new Page<>(rows.stream().map(toResponse).toList(), next, count).toResponse(uriInfo);
        }

        private void after(Cursor cursor, String field, boolean descending) {
            String beyond = descending ? " < " : " > ";
            bindings.put("afterId", cursor.id());
            if (field.equals(ID)) {
                conditions.add("e.id" + beyond + ":afterId");
                return;
            }
            conditions.add("(e." + field + beyond + ":afterValue or (e." + field + " = :afterValue and e.id" + beyond
                    + ":afterId))");
            bindings.put("afterValue", parsed(field, cursor.sortValue()));
        }

        private Object parsed(String field, String value) {
            Class<?> javaType = entityManager
                    .getMetamodel()
                    .entity(type)
                    .getSingularAttribute(field)
                    .getJavaType();
            if (javaType == Instant.class) {
                return Instant.parse(value);
            }
            return javaType == UUID.class ? UUID.fromString(value) : value;
        }

        private long count() {
            TypedQuery<Long> query = entityManager.createQuery(
                    "select count(e) from " + type.getSimpleName() + " e" + whereClause(), Long.class);
            bindings.forEach(query::setParameter);
            return query.getSingleResult();
        }

        private String whereClause() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
