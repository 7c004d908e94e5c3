using Workflows.Marketing.Channels.WeCom.Content;
using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>
/// Keeps group welcomes as people want them. WeCom has neither a key nor a list of them: where the answer to a new one got lost, putting it again
/// makes another, and the first stays over there.
/// </summary>
/// <param name="parts">The company's WeCom and the content library.</param>
/// <param name="store">Where welcomes are kept.</param>
/// <param name="clock">The workspace's clock.</param>
public sealed class GroupWelcomeDesk(WeComParts parts, IGroupWelcomeStore store, TimeProvider clock)
{
    private readonly ContentPacking _packing = new(parts.Shelf);

    /// <summary>Makes a welcome, or changes the one of its name; for the same wish any number of times.</summary>
    public async Task<GroupWelcomeOutcome> PutAsync(GroupWelcome welcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        if (GroupWelcomeCheck.Check(welcome) is { Count: > 0 } mistakes)
        {
            return new GroupWelcomeOutcome(null, mistakes);
        }

        var fresh = new KeptGroupWelcome(welcome, clock.GetUtcNow());
        var isNew = await store.TryBeginAsync(parts.Tenant, fresh, cancellationToken);
        var known = isNew ? fresh : await store.FindAsync(parts.Tenant, welcome.Name, cancellationToken) ?? fresh;
        var isUncertain = false;
        try
        {
            return await WriteAsync(known with { Welcome = welcome }, cancellationToken);
        }
        catch (WeComException failed)
        {
            isUncertain = failed.IsUncertain;
            return GroupWelcomeOutcome.Failed(
                isUncertain && known.Reference is null
                    ? $"{failed.Message} It may be made; putting it again may make another."
                    : failed.Message
            );
        }
        finally
        {
            if (isNew && !isUncertain)
            {
                await ForgetUnmadeAsync(welcome.Name);
            }
        }
    }

    /// <summary>Removes a welcome: owners cannot choose it any more.</summary>
    /// <returns>The outcome, or null where there is no such welcome.</returns>
    public async Task<GroupWelcomeOutcome?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(parts.Tenant, name, cancellationToken) is not { } kept)
        {
            return null;
        }

        try
        {
            if (kept.Reference is { } reference)
            {
                await parts.Client.Welcomes.RemoveTemplateAsync(reference, parts.Client.AgentId, cancellationToken);
            }
        }
        // 40058, 60136: WeCom does not know it any more, somebody removed it in the console.
        catch (WeComException failed) when (failed.Error.Code is not (40058 or 60136))
        {
            return GroupWelcomeOutcome.Failed(failed.Message);
        }
        catch (WeComException)
        {
            // Gone is what was wanted.
        }

        await store.RemoveAsync(parts.Tenant, name, cancellationToken);
        return new GroupWelcomeOutcome(null, []);
    }

    private async Task<GroupWelcomeOutcome> WriteAsync(KeptGroupWelcome kept, CancellationToken cancellationToken)
    {
        var welcome = kept.Welcome;
        var content = new MessageContent(welcome.Text, welcome.Attachment is { } one ? [one] : []);
        var packed = await _packing.PackAsync(content, Carrier.Group, cancellationToken);
        if (packed.Mistake is { } mistake)
        {
            return GroupWelcomeOutcome.Failed(mistake);
        }

        var template = Template(packed, kept.Reference);
        var made = kept;
        if (kept.Reference is null)
        {
            template = template with { Notify = welcome.TellsOwners ? 1 : 0 };
            var answer = await parts.Client.Welcomes.AddTemplateAsync(template, cancellationToken);
            made = kept with { Reference = answer.TemplateId };
        }
        else
        {
            await parts.Client.Welcomes.UpdateTemplateAsync(template, cancellationToken);
        }

        await store.SaveAsync(parts.Tenant, made, cancellationToken);
        return new GroupWelcomeOutcome(made, []);
    }

    private WelcomeCalls.Template Template(PackedContent packed, string? reference)
    {
        var attachment = packed.Attachments.Count > 0 ? packed.Attachments[0] : null;
        return new WelcomeCalls.Template
        {
            TemplateId = reference,
            Text = packed.Text,
            Image = attachment?.Image,
            Link = attachment?.Link,
            Miniprogram = attachment?.Miniprogram,
            File = attachment?.File,
            Video = attachment?.Video,
            Agentid = parts.Client.AgentId,
        };
    }

    private async Task ForgetUnmadeAsync(string name)
    {
        if (await store.FindAsync(parts.Tenant, name, CancellationToken.None) is { Reference: null })
        {
            await store.RemoveAsync(parts.Tenant, name, CancellationToken.None);
        }
    }
}
