using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>What instances are about, for example a contact: loaded once for a batch of work, and shared by its turns.</summary>
public interface ISubject
{
    /// <summary>Takes in what happened, before the stimulus is routed, so that this and all later turns of the batch see it.</summary>
    /// <param name="stimulus">What happened.</param>
    /// <param name="effects">Where the subject puts what has to be saved with the turn.</param>
    void Receive(Stimulus stimulus, ICollection<Effect> effects);

    /// <summary>
    /// Why an instance has nothing more to do after what happened: it ends with this reason before anything else of it runs.
    /// Null, as unless a subject knows better, lets it go on. An instance that waits for the very stimulus is not asked about.
    /// </summary>
    /// <param name="instance">An instance of the subject that runs.</param>
    /// <param name="stimulus">What happened; it is taken in already.</param>
    string? ReasonToEnd(WorkflowInstance instance, Stimulus stimulus) => null;
}
