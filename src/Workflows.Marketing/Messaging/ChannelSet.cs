using System.Diagnostics.CodeAnalysis;

namespace Workflows.Marketing.Messaging;

/// <summary>The channels of this process by name; immutable.</summary>
public sealed class ChannelSet
{
    private readonly Dictionary<string, IChannel> _channels = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="channels">The channels; two of one name are a mistake in the composition.</param>
    /// <exception cref="ArgumentException">Two channels have the same name, or one is not official (S0-42).</exception>
    public ChannelSet(params IEnumerable<IChannel> channels)
        : this(channels, takesUnofficial: false) { }

    private ChannelSet(IEnumerable<IChannel> channels, bool takesUnofficial)
    {
        foreach (var channel in channels)
        {
            if (!channel.IsOfficial && !takesUnofficial)
            {
                throw new ArgumentException(
                    $"The channel '{channel.Name}' is not official: the platform bans accounts that send so (S0-42). Only tests may register it.",
                    nameof(channels)
                );
            }

            if (!_channels.TryAdd(channel.Name, channel))
            {
                throw new ArgumentException($"There are two channels named '{channel.Name}'.", nameof(channels));
            }
        }

        Names = [.. _channels.Keys.Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The channels' names in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The channels of a test, unofficial ones included.</summary>
    /// <exception cref="ArgumentException">Two channels have the same name.</exception>
    public static ChannelSet ForTests(params IEnumerable<IChannel> channels) => new(channels, takesUnofficial: true);

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
