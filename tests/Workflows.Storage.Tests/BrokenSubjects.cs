using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Storage.Tests;

/// <summary>A source in which one subject cannot take anything in.</summary>
internal sealed class BrokenSubjects(Guid broken) : ISubjectSource
{
    public ValueTask<IReadOnlyDictionary<Guid, ISubject>> LoadAsync(
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyDictionary<Guid, ISubject>>(
            ids.Where(id => id == broken).ToDictionary(id => id, _ => (ISubject)new Broken())
        );

    private sealed class Broken : ISubject
    {
        public void Receive(Stimulus stimulus, ICollection<Effect> effects) =>
            throw new InvalidOperationException("broken");
    }
}
