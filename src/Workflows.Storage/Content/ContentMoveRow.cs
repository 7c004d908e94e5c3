using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>A step that was taken with a version.</summary>
internal sealed class ContentMoveRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    public required string ContentId { get; set; }

    public int Version { get; set; }

    public short Step { get; set; }

    public short? FromState { get; set; }

    public short ToState { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public string? Note { get; set; }

    public static ContentMoveRow Of(
        int tenant,
        string id,
        int version,
        ContentChange change,
        ContentState? from,
        ContentState to
    ) =>
        new()
        {
            Tenant = tenant,
            ContentId = id,
            Version = version,
            Step = (short)change.Step,
            FromState = (short?)from,
            ToState = (short)to,
            At = change.At,
            By = change.By,
            Note = change.Note,
        };

    public ContentMove ToMove() =>
        new(Version, (ContentStep)Step, (ContentState?)FromState, (ContentState)ToState, At, By, Note);
}
