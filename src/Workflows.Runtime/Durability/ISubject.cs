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
}
