package dev.whydunit.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Checks a document against a JSON Schema, as far as ours uses the language: `type`, `const`, `enum`, `minimum`,
/// `maximum`, `required`, `properties`, `additionalProperties`, `items`, `$ref` into `$defs`. A key that the schema
/// does not list is a fault too: what is written is to be published.
final class JsonSchema {
    private final Map<?, ?> root;
    private final List<String> faults = new ArrayList<>();

    private JsonSchema(Map<?, ?> root) {
        this.root = root;
    }

    /// What is wrong with a document; empty where nothing is.
    static List<String> faults(String schema, String document) {
        var checker = new JsonSchema((Map<?, ?>) JsonText.parse(schema));
        checker.check("$", checker.root, JsonText.parse(document));
        return List.copyOf(checker.faults);
    }

    private void check(String path, Map<?, ?> schema, Object value) {
        if (schema.get("$ref") instanceof String reference) {
            check(path, definition(reference), value);
            return;
        }
        if (schema.containsKey("const") && !schema.get("const").equals(value)) {
            faults.add(path + " is not " + schema.get("const"));
        }
        if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
            faults.add(path + " is " + value + ", not one of " + values);
        }
        if (schema.containsKey("type") && !isOf(schema.get("type"), value)) {
            faults.add(path + " is no " + schema.get("type"));
        }
        switch (value) {
            case Map<?, ?> object -> object(path, schema, object);
            case List<?> array -> {
                for (int i = 0; i < array.size(); i++) {
                    check(path + "[" + i + "]", (Map<?, ?>) schema.get("items"), array.get(i));
                }
            }
            case Double number -> range(path, schema, number);
            default -> {}
        }
    }

    private Map<?, ?> definition(String reference) {
        var definitions = (Map<?, ?>) root.get("$defs");
        return (Map<?, ?>) definitions.get(reference.substring("#/$defs/".length()));
    }

    private void object(String path, Map<?, ?> schema, Map<?, ?> object) {
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(key -> !object.containsKey(key))
                    .forEach(key -> faults.add(path + " has no " + key));
        }
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> listed ? listed : Map.of();
        object.forEach((key, value) -> {
            var place = path + "." + key;
            if (properties.get(key) instanceof Map<?, ?> property) {
                check(place, property, value);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> others) {
                check(place, others, value);
            } else {
                faults.add(place + " is not published");
            }
        });
    }

    private void range(String path, Map<?, ?> schema, double number) {
        if ((schema.get("minimum") instanceof Double least && number < least)
                || (schema.get("maximum") instanceof Double most && number > most)) {
            faults.add(path + " is out of range: " + number);
        }
    }

    private static boolean isOf(Object type, Object value) {
        return type instanceof List<?> types
                ? types.stream().anyMatch(one -> isNamed(one.toString(), value))
                : isNamed(type.toString(), value);
    }

    private static boolean isNamed(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "number" -> value instanceof Double;
            case "integer" -> value instanceof Double number && number % 1 == 0;
            case "null" -> JsonText.NULL.equals(value);
            default -> throw new IllegalArgumentException("the check does not know the type " + type);
        };
    }
}
