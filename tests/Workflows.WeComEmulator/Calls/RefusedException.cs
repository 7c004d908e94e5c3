namespace Workflows.WeComEmulator.Calls;

/// <summary>The platform says no: an error code, and, when the caller broke the documented contract, what it broke.</summary>
internal sealed class RefusedException(int code, string? breach = null, string? detail = null) : Exception(detail)
{
    public int Code { get; } = code;

    /// <summary>The kind of violation, or null for a refusal that a correct client meets too.</summary>
    public string? Breach { get; } = breach;

    public string Detail { get; } = detail ?? string.Empty;

    public static RefusedException TooLong(string field, int size, int limit, string unit) =>
        new(
            ErrorCodes.BadParameter,
            Police.Breaches.TooLong,
            $"{field} has {size} {unit}, at most {limit} are allowed"
        );

    public static RefusedException TooMany(string field, int count, int limit, int code = ErrorCodes.BadParameter) =>
        new(code, Police.Breaches.TooMany, $"{field} has {count} items, at most {limit} are allowed");

    public static RefusedException Missing(string field, int code = ErrorCodes.EmptyParameter) =>
        new(code, Police.Breaches.Missing, $"{field} is missing");

    public static RefusedException Wrong(string field, string why, int code = ErrorCodes.BadParameter) =>
        new(code, Police.Breaches.Wrong, $"{field} {why}");
}
