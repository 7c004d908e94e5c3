using System.Diagnostics.CodeAnalysis;

namespace Workflows.Marketing.Messaging;

/// <summary>The channels of this process by name; immutable.</summary>
public sealed class ChannelSet
{
    private readonly Dictionary<string, IChannel> _channels = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="channels">The channels; two of one name are a mistake in the composition.</param>
    /// <exception cref="ArgumentException">Two channels have the same name.</exception>
    public ChannelSet(params IEnumerable<IChannel> channels)
    {
        foreach (var channel in channels)
        {
            if (!_channels.TryAdd(channel.Name, channel))
            {
                throw new ArgumentException($"There are two channels named '{channel.Name}'.", nameof(channels));
            }
        }

        Names = [.. _channels.Keys.Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The channels' names in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Finds a channel by name; letter case does not count.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out IChannel? channel) =>
        _channels.TryGetValue(name, out channel);

    /// <summary>The channels that take many messages at once, each with how many it is given.</summary>
    internal Dictionary<string, int> Batches(int largest) =>
        _channels
            .Values.OfType<IBatchChannel>()
            .ToDictionary(
                channel => channel.Name,
                channel => Math.Min(channel.MaxBatch, largest),
                StringComparer.OrdinalIgnoreCase
            );
}
