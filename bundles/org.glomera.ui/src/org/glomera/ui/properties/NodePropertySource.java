package org.glomera.ui.properties;

import java.util.List;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Hands properties to the Properties view; none can be changed there. The place in the list is the identifier. */
final class NodePropertySource implements IPropertySource {

    private final List<Property> properties;

    NodePropertySource(List<Property> properties) {
        this.properties = List.copyOf(properties);
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        IPropertyDescriptor[] descriptors = new IPropertyDescriptor[properties.size()];
        for (int i = 0; i < descriptors.length; i++) {
            PropertyDescriptor descriptor = new PropertyDescriptor(i, properties.get(i).name());
            descriptor.setCategory(properties.get(i).group());
            descriptor.setDescription(properties.get(i).value());
            descriptors[i] = descriptor;
        }
        return descriptors;
    }

    @Override
    public Object getPropertyValue(Object id) {
        return properties.get((Integer) id).value();
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false;
    }

    @Override
    public void resetPropertyValue(Object id) {
        throw new UnsupportedOperationException("these properties are read-only");
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        throw new UnsupportedOperationException("these properties are read-only");
    }
}
