using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Replying;

/// <summary>Offers designers the models that answer.</summary>
/// <param name="repliers">The models.</param>
public sealed class ReplierOptions(ReplierSet repliers) : IInputOptions
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<InputOption>>([
            .. repliers.Names.Select(name => new InputOption(name, name)),
        ]);
}
