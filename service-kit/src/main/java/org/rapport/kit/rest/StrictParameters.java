package org.rapport.kit.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rapport.kit.json.Text;
import org.rapport.kit.problem.Problems;

/**
 * Refuses query parameters that the endpoint does not have, and parameters given twice: a filter with a typing error
 * must not answer with everything. Values are text as in bodies.
 */
@Provider
public class StrictParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, StrictParameters::namesOf);
        for (Map.Entry<String, List<String>> parameter :
                request.getUriInfo().getQueryParameters().entrySet()) {
            if (!names.contains(parameter.getKey())) {
                throw Problems.invalidParameter(parameter.getKey(), "This parameter is not known here");
            }
            if (parameter.getValue().contains("")) {
                throw Problems.invalidParameter(parameter.getKey(), "This parameter is empty");
            }
            parameter.getValue().forEach(value -> requireText(parameter.getKey(), value));
            if (parameter.getValue().size() > 1 && !isRepeatable(method, parameter.getKey())) {
                throw Problems.invalidParameter(parameter.getKey(), "This parameter can be given once only");
            }
        }
    }

    /** What no text of ours can hold, and the database would choke on. */
    private static void requireText(String name, String value) {
        try {
            Text.normalise(value);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidParameter(name, e.getMessage());
        }
    }

    private static Set<String> namesOf(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addNames(parameter.getType(), names);
            }
        }
        return names;
    }

    /** Of a bean, and of those that it is made of. */
    private static void addNames(Class<?> bean, Set<String> names) {
        for (Field field : bean.getDeclaredFields()) {
            if (field.isAnnotationPresent(QueryParam.class)) {
                names.add(field.getAnnotation(QueryParam.class).value());
            }
            if (field.isAnnotationPresent(BeanParam.class)) {
                addNames(field.getType(), names);
            }
        }
    }

    private static boolean isRepeatable(Method method, String name) {
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null && query.value().equals(name)) {
                return List.class.isAssignableFrom(parameter.getType());
            }
        }
        return false;
    }
}
