using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>Asks a receiver to prove itself, as the console does when its address is saved: the plain text back within a second.</summary>
internal sealed class CallbackVerification(Company company, HttpClient client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<VerificationResult> VerifyAsync(CallbackSettings settings, CancellationToken cancellationToken)
    {
        var secret = company.Do(() => company.Ids.Next(string.Empty, 20));
        var address = company.Do(() => CallbackRequest.Verification(company, settings, settings.Url!, secret));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            using var response = await client.GetAsync(address, deadline.Token);
            var text = await response.Content.ReadAsStringAsync(deadline.Token);
            var isRight = response.IsSuccessStatusCode && string.Equals(text, secret, StringComparison.Ordinal);
            return new VerificationResult(isRight, (int)response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new VerificationResult(false, null);
        }
    }
}
