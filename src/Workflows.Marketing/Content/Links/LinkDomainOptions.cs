using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Content;

/// <summary>Offers the designer the domains of short links; none where links are not tracked.</summary>
/// <param name="tracker">What tracks links here, or null.</param>
public sealed class LinkDomainOptions(LinkTracker? tracker = null) : IInputOptions
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken) =>
        new([new InputOption("", ""), .. (tracker?.Domains.Names ?? []).Select(name => new InputOption(name, name))]);
}
