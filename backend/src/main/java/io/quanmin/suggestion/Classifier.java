package io.quanmin.suggestion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * A maximum-entropy model that tells what something is by its features, fitted by L-BFGS with a quadratic penalty. The same
 * samples in the same order make the same model. Takes a processor: not for an event loop.
 */
final class Classifier {

    /** How it learns, kept with every version. */
    static final String ALGORITHM = "maxent L-BFGS, l2 0.1, cutoff 2";

    private static final int ITERATIONS = 100;

    /** What stands in one text only says nothing of others, and may be somebody's name. */
    private static final int CUTOFF = 2;

    private static final double PENALTY = 0.1;

    private final AbstractModel model;

    private Classifier(AbstractModel model) {
        this.model = model;
    }

    static Classifier train(List<Sample> samples) {
        List<Event> events = samples.stream()
                .map(sample -> new Event(sample.label(), sample.features().toArray(String[]::new)))
                .toList();
        try {
            MaxentModel fitted = TrainerFactory.getEventTrainer(parameters(), new java.util.HashMap<>())
                    .train(ObjectStreamUtils.createObjectStream(events));
            return new Classifier((AbstractModel) fitted);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static TrainingParameters parameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, PENALTY);
        parameters.put("PrintMessages", false);
        return parameters;
    }

    /** Every label with its probability, the likeliest first. */
    List<Likely> classify(List<String> features) {
        double[] probabilities = model.eval(features.toArray(String[]::new));
        return IntStream.range(0, probabilities.length)
                .mapToObj(i -> new Likely(model.getOutcome(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Likely::probability)
                        .reversed()
                        .thenComparing(Likely::code))
                .toList();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            new GenericModelWriter(model, out).persist();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Classifier read(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new Classifier(new GenericModelReader(new BinaryFileDataReader(in)).getModel());
        } catch (IOException spoilt) {
            throw new UncheckedIOException(spoilt);
        }
    }
}
