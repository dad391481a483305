using Microsoft.Extensions.Diagnostics.HealthChecks;
using Neatx.Web.Store;

namespace Neatx.Web.Hosting;

/// <summary>Ready when the store can write.</summary>
internal sealed class StoreCheck(CampaignStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(store.Problem is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());
}
