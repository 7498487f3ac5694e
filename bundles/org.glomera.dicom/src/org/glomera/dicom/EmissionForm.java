package org.glomera.dicom;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/** The two forms in which emission images are stored as single slices, and where each keeps what they share. */
enum EmissionForm {

    /** Nuclear medicine (PS3.3 A.5), one slice a file. */
    NM {
        @Override
        void require(Header header, Remarks remarks) throws GlomeraException {
            NmKind.requireTomogram(header, remarks);
            int frames = NmFrames.count(header);
            if (frames != 1) {
                throw header.problem("it has " + frames + " frames, but its series has other files too; a reconstructed "
                        + "tomogram is one file, or one file a slice. Take the other reconstructions out of the folder");
            }
        }

        @Override
        NmPlace place(Header header, Remarks remarks) throws GlomeraException {
            return NmPlace.of(header, remarks);
        }

        @Override
        EmissionSource source(Header header, Optional<LocalDateTime> scanStart, double voxelMl)
                throws GlomeraException {
            return EmissionSource.ofNm(header, scanStart, voxelMl);
        }
    },

    /** Positron emission tomography (PS3.3 A.21), as which some systems store SPECT. */
    PET {
        @Override
        void require(Header header, Remarks remarks) throws GlomeraException {
            String sopClass = header.text(Tag.SOP_CLASS_UID);
            if (!sopClass.equals(Uids.PET_IMAGE)) {
                throw header.problem("it is not an image stored as PET but of the class " + sopClass);
            }
            requireOneTime(header);
            if (header.text(Tag.COUNTS_SOURCE).toUpperCase(Locale.ROOT).equals("TRANSMISSION")) {
                throw header.problem("it is a transmission image, a map of attenuation without activity. Take the "
                        + "emission image");
            }
            remarks.add(Radiopharmaceutical.of(header).isLutetium177()
                    ? "SPECT of 177Lu, stored as PET." : "Stored as PET.");
        }

        @Override
        NmPlace place(Header header, Remarks remarks) throws GlomeraException {
            return new NmPlace(SlicePlane.of(header, header),
                    header.requireVector(Tag.IMAGE_POSITION_PATIENT, "image position"));
        }

        @Override
        EmissionSource source(Header header, Optional<LocalDateTime> scanStart, double voxelMl)
                throws GlomeraException {
            return EmissionSource.ofPet(header, scanStart, voxelMl);
        }
    };

    /** Refuses a file that is not a slice of one reconstructed emission image. */
    abstract void require(Header header, Remarks remarks) throws GlomeraException;

    /** Where the slice lies. */
    abstract NmPlace place(Header header, Remarks remarks) throws GlomeraException;

    /** How its counts came about. */
    abstract EmissionSource source(Header header, Optional<LocalDateTime> scanStart, double voxelMl)
            throws GlomeraException;

    /** Refuses dynamic, gated and projected series (Series Type (0054,1000), PS3.3 C.8.9.1.1.4). */
    private static void requireOneTime(Header header) throws GlomeraException {
        List<String> type = header.dataSet().texts(Tag.SERIES_TYPE);
        int times = header.integer(Tag.NUMBER_OF_TIME_SLICES).orElse(1);
        int slots = header.integer(Tag.NUMBER_OF_TIME_SLOTS).orElse(1);
        if (times > 1 || slots > 1) {
            throw header.problem("its series has " + (times > 1 ? times + " time slices (0054,0101)"
                    : slots + " time slots of a gated study (0054,0071)") + "; it holds several images. Export each for "
                    + "itself");
        }
        if (type.size() > 1 && type.get(1).strip().equalsIgnoreCase("REPROJECTION")) {
            throw header.problem("its series is a rotating projection (REPROJECTION), not a stack of slices. Take the "
                    + "slices");
        }
    }
}
