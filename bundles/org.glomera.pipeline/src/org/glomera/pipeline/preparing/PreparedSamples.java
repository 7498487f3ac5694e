package org.glomera.pipeline.preparing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.Channel;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.glomera.network.model.InputPreparation;

/**
 * The prepared images of a list of cases as training samples. They are kept in memory as long as all of them together
 * need less than half a gigabyte, and read anew at each call otherwise. Not thread-safe.
 */
public final class PreparedSamples implements SampleSource {

    private static final long MOST_KEPT_BYTES = 512L << 20;

    private final PreparedFiles files;
    private final PreparedSet set;
    private final List<String> caseIds;
    private final Sample[] kept;
    private final Map<String, Optional<ImageFacts>> facts = new HashMap<>();

    /** The samples of some cases of a set, in the order of the list. */
    public PreparedSamples(PreparedFiles files, PreparedSet set, List<String> caseIds) {
        this.files = files;
        this.set = set;
        this.caseIds = List.copyOf(caseIds);
        long bytes = bytes(set.channels().size(), voxels(), caseIds.size());
        this.kept = bytes <= MOST_KEPT_BYTES ? new Sample[caseIds.size()] : new Sample[0];
    }

    /** The memory that the samples of so many cases take: of all of them, or of one at a time when that is too much. */
    public static long memoryBytes(int channels, int voxels, int cases) {
        long all = bytes(channels, voxels, cases);
        return all <= MOST_KEPT_BYTES ? all : bytes(channels, voxels, 1);
    }

    private static long bytes(int channels, int voxels, int cases) {
        return (long) Float.BYTES * (channels + 1) * voxels * cases;
    }

    @Override
    public int size() {
        return caseIds.size();
    }

    @Override
    public Sample get(int index) throws GlomeraException {
        if (kept.length == 0) {
            return read(caseIds.get(index));
        }
        if (kept[index] == null) {
            kept[index] = read(caseIds.get(index));
        }
        return kept[index];
    }

    @Override
    public Optional<ImageFacts> facts(int index) throws GlomeraException {
        String caseId = caseIds.get(index);
        if (!facts.containsKey(caseId)) {
            facts.put(caseId, files.facts(caseId, set));
        }
        return facts.get(caseId);
    }

    private Sample read(String caseId) throws GlomeraException {
        float[][] channels = new float[set.channels().size()][];
        for (int i = 0; i < channels.length; i++) {
            Channel channel = set.channels().get(i);
            Path file = files.channel(caseId, channel);
            Volume volume = NiftiFiles.readVolume(file, Quantity.UNKNOWN);
            requireSize(file, volume.values().length);
            channels[i] = volume.values();
        }
        LabelMap map = NiftiFiles.readLabelMap(files.mask(caseId));
        requireSize(files.mask(caseId), map.labels().length);
        float[] mask = new float[map.labels().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = map.labels()[i];
        }
        return new Sample(channels, mask);
    }

    private void requireSize(Path file, int length) throws GlomeraException {
        if (length != voxels()) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " has " + length + " voxels instead of "
                    + voxels() + ". Prepare the network again.");
        }
    }

    private int voxels() {
        InputPreparation p = set.preparation();
        return p.nx() * p.ny() * p.nz();
    }
}
