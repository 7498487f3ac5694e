package org.glomera.study;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;

/** Teaches a mapper what {@link WhenAbsent} means. */
final class AbsentValues {

    private AbsentValues() {
    }

    /** Makes a mapper leave out and fill in the values of {@link WhenAbsent}. */
    static ObjectMapper taughtTo(ObjectMapper mapper) {
        mapper.setInjectableValues(new Injected(mapper));
        return mapper.registerModule(new Module(mapper));
    }

    private static final class Module extends SimpleModule {

        private static final long serialVersionUID = 1L;
        private final transient ObjectMapper reader;

        Module(ObjectMapper reader) {
            super("org.glomera.study.absent-values");
            this.reader = reader;
        }

        @Override
        public void setupModule(SetupContext context) {
            context.insertAnnotationIntrospector(new Introspector());
            context.addBeanSerializerModifier(new Modifier(reader));
        }
    }

    /** Has a constructor's parameter that is absent injected; the value's JSON is what tells what to inject. */
    private static final class Introspector extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public JacksonInject.Value findInjectableValue(AnnotatedMember member) {
            WhenAbsent absent = member instanceof AnnotatedParameter ? member.getAnnotation(WhenAbsent.class) : null;
            return absent == null ? null : JacksonInject.Value.construct(absent.value(), true);
        }
    }

    private static final class Injected extends InjectableValues {

        private final ObjectMapper reader;

        Injected(ObjectMapper reader) {
            this.reader = reader;
        }

        @Override
        public Object findInjectableValue(Object json, DeserializationContext context, BeanProperty property,
                Object instance) throws JsonMappingException {
            try {
                return reader.readValue((String) json, property.getType());
            } catch (JsonMappingException e) {
                throw e;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The value of " + property.getName() + " is no JSON: " + json, e);
            }
        }
    }

    private static final class Modifier extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;
        private final transient ObjectMapper reader;

        Modifier(ObjectMapper reader) {
            this.reader = reader;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription bean,
                List<BeanPropertyWriter> writers) {
            return writers.stream().map(writer -> {
                WhenAbsent absent = writer.getAnnotation(WhenAbsent.class);
                return absent == null ? writer : new SparingWriter(writer, value(writer, absent));
            }).toList();
        }

        private Object value(BeanPropertyWriter writer, WhenAbsent absent) {
            try {
                return reader.readValue(absent.value(), writer.getType());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The value of " + writer.getName() + " is no JSON of its type: "
                        + absent.value(), e);
            }
        }
    }

    /** Writes a property unless it has the value that stands for its absence. */
    private static final class SparingWriter extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;
        private final transient Object absent;

        SparingWriter(BeanPropertyWriter base, Object absent) {
            super(base);
            this.absent = absent;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator generator, SerializerProvider provider)
                throws Exception {
            if (!Objects.equals(get(bean), absent)) {
                super.serializeAsField(bean, generator, provider);
            }
        }
    }
}
