package org.rapport.kit.paging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.table.Columns;
import org.rapport.kit.table.FileFormat;
import org.rapport.kit.table.TableWriter;

/** Builds the query of one list request: filters, visibility, sort, and the keyset of the page. */
@Dependent
public class Listing {

    private static final int FILE_PAGE = 1_000;
    private static final String ID = "id";
    private static final String RELEVANCE = "relevance";

    private final EntityManager entityManager;

    @Context
    UriInfo uriInfo;

    @Context
    HttpHeaders headers;

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
        private List<Condition> tiers = List.of(Condition.ALWAYS);
        private Condition distance;

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

        /** What the first tier of the search finds that finds anything, nearest first; a search that is null is none. */
        public Of<E> search(Search search) {
            if (search != null) {
                tiers = search.tiers();
                distance = search.distance();
                sortable(RELEVANCE, this::distanceOf);
            }
            return this;
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
            return pageOf(rows -> rows.stream().map(toResponse).toList());
        }

        /** A page whose rows become what clients see all at once, so that what belongs to them costs one query. */
        public <R> Response pageOf(Function<List<E>, List<R>> toResponses) {
            int limit = ListParams.limit(params.limit);
            Sort<E> sort = sort();
            List<E> rows = rows(sort, behindCursor(sort), 0, limit + 1);
            Long count = Boolean.TRUE.equals(params.count) ? count() : null;
            String next = null;
            if (rows.size() > limit) {
                E last = rows.get(limit - 1);
                next = new Cursor(sort.value().apply(last).toString(), last.id()).encode(list(sort, tiers.get(0)));
                rows = rows.subList(0, limit);
            }
            return new Page<>(toResponses.apply(rows), next, count).toResponse(uriInfo);
        }

        /** A page, or the whole list as a file if the client wants one; {@code format} may be a list's own filter too. */
        public <R> Response page(Function<E, R> toResponse, Columns<E> columns) {
            return pageOf(rows -> rows.stream().map(toResponse).toList(), columns);
        }

        /** As {@link #page(Function, Columns)}, its rows all at once. */
        public <R> Response pageOf(Function<List<E>, List<R>> toResponses, Columns<E> columns) {
            boolean isAsked = params.format != null && !bindings.containsKey("format");
            Optional<FileFormat> format = isAsked
                    ? Optional.of(FileFormat.ofExtension(params.format)
                            .orElseThrow(() -> Problems.invalidParameter("format", "Must be csv or xlsx")))
                    : FileFormat.preferred(headers.getAcceptableMediaTypes());
            return format.isPresent() ? file(format.get(), columns) : pageOf(toResponses);
        }

        /** Page after page, each read on its own, so that nothing of the database waits for a slow client. */
        private Response file(FileFormat format, Columns<E> columns) {
            if (params.limit != null || params.cursor != null || params.count != null) {
                throw Problems.invalidParameter("format", "A file holds the whole list: no limit, cursor or count");
            }
            Sort<E> sort = sort();
            if (format == FileFormat.XLSX
                    && !rows(sort, Condition.ALWAYS, FileFormat.MAX_SHEET_ROWS, 1)
                            .isEmpty()) {
                throw Problems.invalidParameter(
                        "format", "A sheet holds no more than " + FileFormat.MAX_SHEET_ROWS + " rows: take csv");
            }
            String name = uriInfo.getPath().substring(uriInfo.getPath().lastIndexOf('/') + 1);
            FilePage<E> first = filePage(sort, Condition.ALWAYS, columns);
            StreamingOutput file = out -> {
                try (TableWriter table = format.write(out, name, List.copyOf(columns.names()))) {
                    FilePage<E> page = first;
                    write(table, page);
                    while (page.behind() != null) {
                        page = filePage(sort, page.behind(), columns);
                        write(table, page);
                    }
                }
            };
            return Response.ok(file, format.mediaType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, format.attachment(name))
                    .build();
        }

        private void write(TableWriter table, FilePage<E> page) throws IOException {
            for (List<Object> row : page.rows()) {
                table.row(row);
            }
        }

        private FilePage<E> filePage(Sort<E> sort, Condition after, Columns<E> columns) {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<E> found = rows(sort, after, 0, FILE_PAGE);
                E last = found.size() < FILE_PAGE ? null : found.get(found.size() - 1);
                return new FilePage<>(
                        columns.rows(found),
                        last == null ? null : behind(sort, sort.value().apply(last), last.id()));
            });
        }

        private Sort<E> sort() {
            String unasked = params.modifiedSince != null ? "updatedAt" : distance != null ? RELEVANCE : ID;
            String sort = params.sort != null ? params.sort : unasked;
            boolean descending = sort.startsWith("-");
            String field = descending ? sort.substring(1) : sort;
            Function<E, Object> value = sorts.get(field);
            if (value == null) {
                throw Problems.invalidParameter("sort", "Can be sorted by " + String.join(", ", sorts.keySet()));
            }
            Condition key = field.equals(RELEVANCE) ? distance : new Condition("e." + field, Map.of());
            return new Sort<>(field, key, descending, value);
        }

        /** What cursors of a list are bound to. */
        private String list(Sort<E> sort, Condition tier) {
            return type.getSimpleName() + "|" + sort + "|" + conditions + "|" + bindings + "|" + tier;
        }

        /** What comes behind the row of the client's cursor, if there is one, in the tier that the cursor comes from. */
        private Condition behindCursor(Sort<E> sort) {
            if (params.cursor == null) {
                return Condition.ALWAYS;
            }
            tiers = tiers.stream()
                    .filter(tier -> Cursor.isOf(params.cursor, list(sort, tier)))
                    .findFirst()
                    .map(List::of)
                    .orElse(tiers);
            Cursor cursor = Cursor.decode(params.cursor, list(sort, tiers.get(0)));
            return behind(sort, sort.isById() ? null : parsed(sort.field(), cursor.sortValue()), cursor.id());
        }

        /** What comes behind the row with this value and id. */
        private Condition behind(Sort<E> sort, Object value, UUID id) {
            String beyond = sort.descending() ? " < " : " > ";
            if (sort.isById()) {
                return new Condition("e.id" + beyond + ":afterId", Map.of("afterId", id));
            }
            String key = sort.key().hql();
            return new Condition(
                    key + beyond + ":afterValue or (" + key + " = :afterValue and e.id" + beyond + ":afterId)",
                    Map.of("afterValue", value, "afterId", id));
        }

        /** The first tier that has any rows is the only one from then on. */
        private List<E> rows(Sort<E> sort, Condition after, int skip, int limit) {
            String direction = sort.descending() ? " desc" : "";
            String order = " order by " + sort.key().hql() + direction + (sort.isById() ? "" : ", e.id" + direction);
            List<E> rows = List.of();
            for (Condition tier : tiers) {
                TypedQuery<E> query = query("e", type, order, tier, after);
                sort.key().parameters().forEach(query::setParameter);
                rows = query.setFirstResult(skip).setMaxResults(limit).getResultList();
                if (!rows.isEmpty()) {
                    tiers = List.of(tier);
                    break;
                }
            }
            return rows;
        }

        private long count() {
            return query("count(e)", Long.class, "", tiers.get(0)).getSingleResult();
        }

        private Object distanceOf(E row) {
            TypedQuery<Object> query = entityManager.createQuery(
                    "select " + distance.hql() + " from " + type.getSimpleName() + " e where e.id = :id", Object.class);
            distance.parameters().forEach(query::setParameter);
            return query.setParameter("id", row.id()).getSingleResult();
        }

        private <T> TypedQuery<T> query(String select, Class<T> result, String order, Condition... more) {
            List<String> all = new ArrayList<>(conditions);
            for (Condition condition : more) {
                all.add("(" + condition.hql() + ")");
            }
            TypedQuery<T> query = entityManager.createQuery(
                    "select " + select + " from " + type.getSimpleName() + " e where " + String.join(" and ", all)
                            + order,
                    result);
            bindings.forEach(query::setParameter);
            for (Condition condition : more) {
                condition.parameters().forEach(query::setParameter);
            }
            return query;
        }

        private Object parsed(String field, String value) {
            if (field.equals(RELEVANCE)) {
                return Double.valueOf(value);
            }
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
    }

    /**
     * An order of a list.
     *
     * @param key what is compared, in HQL with its parameters
     */
    private record Sort<E>(String field, Condition key, boolean descending, Function<E, Object> value) {

        boolean isById() {
            return field.equals(ID);
        }

        @Override
        public String toString() {
            return (descending ? "-" : "") + field;
        }
    }

    /**
     * Some rows of a file.
     *
     * @param behind where the next ones are; null at the end
     */
    private record FilePage<E>(List<List<Object>> rows, Condition behind) {}
}
