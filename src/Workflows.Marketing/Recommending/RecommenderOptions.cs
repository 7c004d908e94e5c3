using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Recommending;

/// <summary>Offers designers the models that recommend.</summary>
/// <param name="recommenders">The models.</param>
public sealed class RecommenderOptions(RecommenderSet recommenders) : IInputOptions
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<InputOption>>([
            .. recommenders.Names.Select(name => new InputOption(name, name)),
        ]);
}
