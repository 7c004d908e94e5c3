using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging;

/// <summary>Offers the channels of this process to designers.</summary>
/// <param name="channels">The channels.</param>
public sealed class ChannelOptions(ChannelSet channels) : IInputOptions
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<InputOption>>([
            .. channels.Names.Select(name => new InputOption(name, name)),
        ]);
}
