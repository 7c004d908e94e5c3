namespace Workflows.WeComEmulator.Corp;

internal sealed record AccessToken(string Value, CorpApp App, DateTimeOffset Until);
