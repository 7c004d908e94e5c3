using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>Which content fits which carrier (S3-59): what the carriers' own rules and interfaces take.</summary>
public static class ContentFit
{
    /// <summary>The longest video in Moments, in seconds (path/95094).</summary>
    public const int MomentSeconds = 30;

    /// <summary>The channel by which the platform itself sends to groups.</summary>
    internal const string OfficialChannel = "wecom";

    private static readonly ContentForm[] Everything = Enum.GetValues<ContentForm>();

    private static readonly Dictionary<Carrier, ContentForm[]> Forms = new()
    {
        [Carrier.Private] = Everything,
        [Carrier.Group] = Everything,
        [Carrier.Moments] = [ContentForm.Text, ContentForm.Page, ContentForm.Pictures, ContentForm.Video],
        [Carrier.Sms] = [ContentForm.Text, ContentForm.Page],
        [Carrier.Email] = [ContentForm.Text, ContentForm.Page],
        [Carrier.OfficialAccount] = [ContentForm.Text, ContentForm.Page],
        // A subscribe message is a template of the platform: it has fields, and no room for anything else.
        [Carrier.MiniProgram] = [],
        [Carrier.Call] = [ContentForm.Text],
        [Carrier.PackageCard] = [ContentForm.Text, ContentForm.Page, ContentForm.Pictures],
        [Carrier.StaffTask] = Everything,
        [Carrier.Sidebar] = Everything,
        [Carrier.Webhook] = Everything,
        [Carrier.Welcome] = Everything,
        // Nobody reads a record.
        [Carrier.Record] = [],
    };

    /// <summary>The carriers that take a form.</summary>
    public static IReadOnlyList<Carrier> CarriersOf(ContentForm form) =>
        [.. Forms.Where(pair => pair.Value.Contains(form)).Select(pair => pair.Key)];

    /// <summary>Why a content cannot be said on a carrier; null when it can.</summary>
    /// <param name="item">The content.</param>
    /// <param name="carrier">Where it would be said.</param>
    /// <param name="files">Its files, as far as they are known.</param>
    /// <param name="path">What the diagnostic is about.</param>
    public static Diagnostic? FindMistake(
        ContentItem item,
        Carrier carrier,
        IReadOnlyCollection<MediaEntry> files,
        string? path = null
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(files);
        if (ContentForms.Of(item) is { } form && !Forms[carrier].Contains(form))
        {
            return new Diagnostic(
                ContentCodes.Misfit,
                $"The content '{item.Id}' is '{form}', which '{carrier}' does not take.",
                path,
                Remedy: $"Say it on {string.Join(", ", CarriersOf(form))}; or choose another content."
            );
        }

        return carrier == Carrier.Moments && files.FirstOrDefault(file => file.Seconds > MomentSeconds) is { } video
            ? new Diagnostic(
                ContentCodes.Misfit,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The video '{video.Name}' lasts {video.Seconds:0.#} seconds; Moments take {MomentSeconds}."
                ),
                path,
                Remedy: "Cut it, or say it in a chat."
            )
            : null;
    }

    /// <summary>
    /// Why a mini-program cannot be said in a group by a channel (S0-46): it leaves by the platform's own sending, or by hand from
    /// the sidebar; null when it can.
    /// </summary>
    /// <param name="item">The content.</param>
    /// <param name="carrier">Where it would be said.</param>
    /// <param name="channel">By which channel; null where that is worked out at run time, and could be any.</param>
    /// <param name="path">What the diagnostic is about.</param>
    internal static Diagnostic? FindDetour(ContentItem item, Carrier carrier, string? channel, string path) =>
        item.MiniProgram is not null && !MayCarryMiniProgram(carrier, channel)
            ? Detour(channel, path) with
            {
                Source = "S0-46",
            }
            : null;

    /// <summary>That a channel does not take a mini-program to a group.</summary>
    internal static Diagnostic Detour(string? channel, string path) =>
        new(
            JourneyCodes.MiniProgramChannel,
            $"The channel '{channel ?? "…"}' may not send a mini-program to a group.",
            path,
            Remedy: $"Send it by '{OfficialChannel}', or take the block Push to sidebar."
        );

    /// <summary>Whether a channel takes a mini-program where it speaks.</summary>
    internal static bool MayCarryMiniProgram(Carrier carrier, string? channel) =>
        carrier != Carrier.Group || OfficialChannel.Equals(channel, StringComparison.OrdinalIgnoreCase);
}
