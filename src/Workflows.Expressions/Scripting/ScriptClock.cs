using Jint.Runtime;

namespace Workflows.Expressions.Scripting;

/// <summary>The time scripts see: the host's, in UTC, so that a back-test runs them in virtual time.</summary>
internal sealed class ScriptClock(Func<Scope, DateTimeOffset> clock, Scope scope)
    : DefaultTimeSystem(TimeZoneInfo.Utc, System.Globalization.CultureInfo.InvariantCulture)
{
    public override DateTimeOffset GetUtcNow() => clock(scope).ToUniversalTime();
}
