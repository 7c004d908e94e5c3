using System.Globalization;
using System.Runtime.InteropServices;

namespace Workflows.Runtime.Journal;

/// <summary>Identifies one execution of an activity over all instances: <c>{instance, 32 hexadecimal digits}-{number of the execution}</c>.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="FrameId">Which execution within it, from 1 (the workflow itself).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ActivityExecutionId(Guid InstanceId, int FrameId)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{InstanceId:N}-{FrameId}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out ActivityExecutionId id)
    {
        id = default;
        var cut = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (
            cut < 0
            || !Guid.TryParseExact(text.AsSpan(0, cut), "N", out var instance)
            || !int.TryParse(text.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var frame)
        )
        {
            return false;
        }
        id = new ActivityExecutionId(instance, frame);
        return true;
    }
}
