using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Channels.WeCom.Tasks;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>What the WeCom channel works with.</summary>
public sealed class WeComParts
{
    /// <param name="tenant">Whose company it is.</param>
    /// <param name="client">The company's API.</param>
    /// <param name="intents">Where tasks are written down before they are made.</param>
    /// <param name="media">Where uploads are remembered.</param>
    /// <param name="files">The content library.</param>
    /// <param name="tasks">How tasks are followed.</param>
    /// <param name="clock">The only clock.</param>
    /// <exception cref="ArgumentException">The options are wrong, or do not leave a call the time it may take.</exception>
    public WeComParts(
        int tenant,
        WeComClient client,
        ISendIntentStore intents,
        IMediaStore media,
        MediaSource files,
        TaskOptions tasks,
        TimeProvider clock
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(tasks);
        tasks.ThrowIfInvalid(client.Timeout);

        (Tenant, Client, Intents, Media, Tasks, Clock) = (tenant, client, intents, media, tasks, clock);
        Shelf = new MediaShelf(client.Media, media, files, client.CorpId, clock);
    }

    internal int Tenant { get; }

    internal WeComClient Client { get; }

    internal ISendIntentStore Intents { get; }

    internal IMediaStore Media { get; }

    internal MediaShelf Shelf { get; }

    internal TaskOptions Tasks { get; }

    internal TimeProvider Clock { get; }
}
